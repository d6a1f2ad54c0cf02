package org.pgherd.semantics.codec;

import org.pgherd.semantics.datetime.DateTimeInput;
import org.pgherd.semantics.datetime.DateTimeOutput;
import org.pgherd.semantics.datetime.DateTimeRange;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.IntVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// date (date.c).
final class DateCodec extends TypeCodec {
    DateCodec() {
        super(TypeOids.DATE, Carrier.INT);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return DateTimeInput.date(text, context);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((IntVectorBuilder) out)
                .append(DateTimeInput.date(
                        new String(bytes, offset, length, java.nio.charset.StandardCharsets.ISO_8859_1), context));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return DateTimeOutput.date((Integer) value, context.dateStyle());
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putString(DateTimeOutput.date(((IntVector) vector).get(row), context.dateStyle()));
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 4);
        return DateTimeRange.checkedDate(BigEndian.getInt(bytes, offset));
    }

    @Override
    public void decodeBinary(byte[] bytes, int offset, int length, VectorBuilder out) {
        requireLength(length, 4);
        ((IntVectorBuilder) out).append(BigEndian.getInt(bytes, offset));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putInt((Integer) value);
    }

    @Override
    public void encodeBinary(Vector vector, int row, ByteSink out) {
        out.putInt(((IntVector) vector).get(row));
    }
}
