package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.LongVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// pg_lsn (pg_lsn.c).
final class PgLsnCodec extends TypeCodec {
    PgLsnCodec() {
        super(TypeOids.PG_LSN, Carrier.LONG);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return Unsigned64Text.parseLsn(text);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((LongVectorBuilder) out)
                .append(Unsigned64Text.parseLsn(
                        new String(bytes, offset, length, java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return Unsigned64Text.formatLsn((Long) value);
    }

    @Override
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putString(Unsigned64Text.formatLsn(((LongVector) vector).get(row)));
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
