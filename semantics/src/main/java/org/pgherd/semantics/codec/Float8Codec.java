package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.DoubleVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// float8 (float.c).
final class Float8Codec extends TypeCodec {
    Float8Codec() {
        super(TypeOids.FLOAT8, Carrier.DOUBLE);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return FloatText.parseFloat8(text);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((DoubleVectorBuilder) out)
                .append(FloatText.parseFloat8(
                        new String(bytes, offset, length, java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return FloatText.format((Double) value, context.extraFloatDigits());
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putString(FloatText.format(((DoubleVector) vector).get(row), context.extraFloatDigits()));
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 8);
        return Double.longBitsToDouble(BigEndian.getLong(bytes, offset));
    }

    @Override
    public void decodeBinary(byte[] bytes, int offset, int length, VectorBuilder out) {
        requireLength(length, 8);
        ((DoubleVectorBuilder) out).append(Double.longBitsToDouble(BigEndian.getLong(bytes, offset)));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putLong(Double.doubleToRawLongBits((Double) value));
    }

    @Override
    public void encodeBinary(Vector vector, int row, ByteSink out) {
        out.putLong(Double.doubleToRawLongBits(((DoubleVector) vector).get(row)));
    }
}
