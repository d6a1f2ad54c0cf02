package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.LongVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// money (cash.c) under lc_monetary C or en_US: two digits after the point.
final class MoneyCodec extends TypeCodec {
    MoneyCodec() {
        super(TypeOids.MONEY, Carrier.LONG);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return MoneyText.parse(text);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((LongVectorBuilder) out)
                .append(MoneyText.parse(
                        new String(bytes, offset, length, java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return MoneyText.format((Long) value);
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putString(MoneyText.format(((LongVector) vector).get(row)));
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 8);
        return BigEndian.getLong(bytes, offset);
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
