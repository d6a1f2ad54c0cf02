package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.IntVectorBuilder;
import org.pgherd.semantics.vector.VectorBuilder;

/// regclass, regtype and their like (regproc.c): an oid that reads and prints as an object's name.
final class RegCodec extends TypeCodec {
    RegCodec(int typeOid) {
        super(typeOid, Carrier.INT);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        if (text.equals("-")) {
            return 0;
        }
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return IntegerText.parseUnsigned(text, "oid");
        }
        int oid = context.types().objectOid(typeOid(), text);
        if (oid == -1) {
            throw missing(text);
        }
        return oid;
    }

    private SqlException missing(String name) {
        return switch (typeOid()) {
            case TypeOids.REGCLASS ->
                new SqlException(SqlState.UNDEFINED_TABLE, "relation \"" + name + "\" does not exist");
            case TypeOids.REGTYPE ->
                new SqlException(SqlState.UNDEFINED_OBJECT, "type \"" + name + "\" does not exist");
            case TypeOids.REGPROC, TypeOids.REGPROCEDURE ->
                new SqlException(SqlState.UNDEFINED_FUNCTION, "function \"" + name + "\" does not exist");
            case TypeOids.REGOPER, TypeOids.REGOPERATOR ->
                new SqlException(SqlState.UNDEFINED_FUNCTION, "operator does not exist: " + name);
            case TypeOids.REGNAMESPACE ->
                new SqlException(SqlState.UNDEFINED_SCHEMA, "schema \"" + name + "\" does not exist");
            case TypeOids.REGROLE ->
                new SqlException(SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist");
            case TypeOids.REGCOLLATION ->
                new SqlException(
                        SqlState.UNDEFINED_OBJECT, "collation \"" + name + "\" for encoding \"UTF8\" does not exist");
            case TypeOids.REGCONFIG ->
                new SqlException(
                        SqlState.UNDEFINED_OBJECT, "text search configuration \"" + name + "\" does not exist");
            default ->
                new SqlException(SqlState.UNDEFINED_OBJECT, "text search dictionary \"" + name + "\" does not exist");
        };
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        int oid = (Integer) value;
        if (oid == 0) {
            return typeOid() == TypeOids.REGOPER || typeOid() == TypeOids.REGOPERATOR ? "0" : "-";
        }
        String name = context.types().objectName(typeOid(), oid);
        return name == null ? Integer.toUnsignedString(oid) : name;
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
}
