package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.BooleanVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// bool (bool.c).
final class BoolCodec extends TypeCodec {
    BoolCodec() {
        super(TypeOids.BOOL, Carrier.BOOLEAN);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return BoolText.parse(text);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((BooleanVectorBuilder) out).append(bytes[offset] == 't');
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return (Boolean) value ? "t" : "f";
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putByte(((BooleanVector) vector).get(row) ? 't' : 'f');
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 1);
        return bytes[offset] != 0;
    }

    @Override
    public void decodeBinary(byte[] bytes, int offset, int length, VectorBuilder out) {
        requireLength(length, 1);
        ((BooleanVectorBuilder) out).append(bytes[offset] != 0);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putByte((Boolean) value ? 1 : 0);
    }

    @Override
    public void encodeBinary(Vector vector, int row, ByteSink out) {
        out.putByte(((BooleanVector) vector).get(row) ? 1 : 0);
    }
}
