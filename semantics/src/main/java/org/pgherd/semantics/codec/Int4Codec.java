package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.IntVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// int4 (int.c).
final class Int4Codec extends TypeCodec {
    Int4Codec() {
        super(TypeOids.INT4, Carrier.INT);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return IntegerText.parseInt4(text);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((IntVectorBuilder) out).append((int) IntegerText.parseTrusted(bytes, offset, length));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return Integer.toString((Integer) value);
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putDecimal(((IntVector) vector).get(row));
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 4);
        return BigEndian.getInt(bytes, offset);
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
