package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.FloatVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// float4 (float.c).
final class Float4Codec extends TypeCodec {
    Float4Codec() {
        super(TypeOids.FLOAT4, Carrier.FLOAT);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return FloatText.parseFloat4(text);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((FloatVectorBuilder) out)
                .append(FloatText.parseFloat4(
                        new String(bytes, offset, length, java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return FloatText.format((Float) value, context.extraFloatDigits());
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putString(FloatText.format(((FloatVector) vector).get(row), context.extraFloatDigits()));
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 4);
        return Float.intBitsToFloat(BigEndian.getInt(bytes, offset));
    }

    @Override
    public void decodeBinary(byte[] bytes, int offset, int length, VectorBuilder out) {
        requireLength(length, 4);
        ((FloatVectorBuilder) out).append(Float.intBitsToFloat(BigEndian.getInt(bytes, offset)));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putInt(Float.floatToRawIntBits((Float) value));
    }

    @Override
    public void encodeBinary(Vector vector, int row, ByteSink out) {
        out.putInt(Float.floatToRawIntBits(((FloatVector) vector).get(row)));
    }
}
