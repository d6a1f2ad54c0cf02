package org.pgherd.semantics.codec;

import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.Identifiers;
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
        String name = name(text, context);
        int oid = context.types().objectOid(typeOid(), text);
        if (oid == -1) {
            throw missing(name);
        }
        return oid;
    }

    /// The name as errors quote it; fails if it is none. Those of types, operators and signatures are read elsewhere.
    private String name(String text, FunctionContext context) {
        return switch (typeOid()) {
            case TypeOids.REGTYPE, TypeOids.REGOPER, TypeOids.REGOPERATOR, TypeOids.REGPROCEDURE -> text;
            default -> {
                List<String> parts = Identifiers.split(text);
                boolean single = typeOid() == TypeOids.REGNAMESPACE || typeOid() == TypeOids.REGROLE;
                if (parts == null || parts.isEmpty() || single && parts.size() != 1) {
                    throw new SqlException(SqlState.INVALID_NAME, "invalid name syntax");
                }
                checkQualification(parts, context);
                yield typeOid() == TypeOids.REGPROC ? text : String.join(".", parts);
            }
        };
    }

    /// A third part names the database, which must be this one (namespace.c:DeconstructQualifiedName,
    /// makeRangeVarFromNameList).
    private void checkQualification(List<String> parts, FunctionContext context) {
        String name = String.join(".", parts);
        boolean relation = typeOid() == TypeOids.REGCLASS;
        if (parts.size() > 3) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "improper " + (relation ? "relation" : "qualified") + " name (too many dotted names): " + name);
        }
        if (parts.size() == 3 && !parts.getFirst().equals(context.currentDatabase())) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cross-database references are not implemented: " + (relation ? '"' + name + '"' : name));
        }
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
        // what format_type calls a type that is not there
        return name == null || typeOid() == TypeOids.REGTYPE && name.equals("???")
                ? Integer.toUnsignedString(oid)
                : name;
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
