package org.pgherd.semantics.codec;

import org.pgherd.semantics.datetime.DateTimeInput;
import org.pgherd.semantics.datetime.DateTimeOutput;
import org.pgherd.semantics.datetime.DateTimeRange;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.LongVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// timestamp (timestamp.c).
final class TimestampCodec extends TypeCodec {
    TimestampCodec() {
        super(TypeOids.TIMESTAMP, Carrier.LONG);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return DateTimeInput.timestamp(text, typmod, context);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((LongVectorBuilder) out)
                .append(DateTimeInput.timestamp(
                        new String(bytes, offset, length, java.nio.charset.StandardCharsets.ISO_8859_1), -1, context));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return DateTimeOutput.timestamp((Long) value, context.dateStyle());
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putString(DateTimeOutput.timestamp(((LongVector) vector).get(row), context.dateStyle()));
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 8);
        return DateTimeRange.checkedTimestamp(BigEndian.getLong(bytes, offset));
    }

    @Override
    public void decodeBinary(byte[] bytes, int offset, int length, VectorBuilder out) {
        requireLength(length, 8);
        ((LongVectorBuilder) out).append(BigEndian.getLong(bytes, offset));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putLong((Long) value);
    }

    @Override
    public void encodeBinary(Vector vector, int row, ByteSink out) {
        out.putLong(((LongVector) vector).get(row));
    }
}
