package org.pgherd.semantics.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;

/// Composite types and anonymous records (rowtypes.c).
final class RecordCodec extends RefCodec {
    private final TypeLookup lookup;

    RecordCodec(int typeOid, TypeLookup lookup) {
        super(typeOid);
        this.lookup = lookup;
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return read(text, (codec, part, type) -> part == null ? null : codec.decodeText(part, type.typmod(), context));
    }

    @Override
    public Object input(String text, int typmod, FunctionContext context) {
        return read(text, (codec, part, type) -> codec.inputPart(part, type.typmod(), context));
    }

    /// The value of a field's text; null stands for NULL.
    private interface FieldInput {
        @Nullable
        Object of(TypeCodec codec, @Nullable String part, SqlType type);
    }

    private PgRecord read(String text, FieldInput input) {
        if (typeOid() == TypeOids.RECORD) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "input of anonymous composite types is not implemented");
        }
        List<TypeLookup.Field> fields = lookup.fields(typeOid());
        int[] oids = new int[fields.size()];
        @Nullable Object[] values = new Object[fields.size()];
        RecordText.split(text, oids.length, (i, part) -> {
            SqlType type = fields.get(i).type();
            oids[i] = type.oid();
            values[i] = input.of(Codecs.forType(oids[i], lookup), part, type);
        });
        return new PgRecord(typeOid(), oids, values);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        PgRecord row = (PgRecord) value;
        StringBuilder out = new StringBuilder("(");
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            Object field = row.get(i);
            if (field != null) {
                RecordText.formatField(
                        Codecs.forType(row.fieldOids()[i], lookup).encodeText(field, context), out);
            }
        }
        return out.append(')').toString();
    }

    /// A record whose fields are all of types with a binary form; only known for named composite types.
    @Override
    public boolean hasBinary() {
        if (typeOid() == TypeOids.RECORD) {
            return true;
        }
        for (TypeLookup.Field field : lookup.fields(typeOid())) {
            if (!Codecs.forType(field.type().oid(), lookup).hasBinary()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        int count = length < 4 ? -1 : BigEndian.getInt(bytes, offset);
        if (count < 0 || count > length / 8) {
            throw badBinary();
        }
        // of a named type the fields' types are known; the sender's oids may be others than ours
        List<TypeLookup.Field> fields = typeOid() == TypeOids.RECORD ? List.of() : lookup.fields(typeOid());
        int[] oids = new int[count];
        @Nullable Object[] values = new Object[count];
        int at = offset + 4;
        for (int i = 0; i < count; i++) {
            if (at + 8 > offset + length) {
                throw badBinary();
            }
            oids[i] = fields.size() == count ? fields.get(i).type().oid() : BigEndian.getInt(bytes, at);
            int size = BigEndian.getInt(bytes, at + 4);
            at += 8;
            if (size > offset + length - at) {
                throw badBinary();
            }
            if (size >= 0) {
                values[i] = binary(oids[i]).decodeBinary(bytes, at, size);
                at += size;
            }
        }
        if (at != offset + length) {
            throw badBinary();
        }
        return new PgRecord(typeOid(), oids, values);
    }

    private TypeCodec binary(int fieldOid) {
        TypeCodec codec = Codecs.forType(fieldOid, lookup);
        if (!codec.hasBinary()) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION,
                    "no binary input function available for type " + TypeNames.name(fieldOid, lookup));
        }
        return codec;
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        PgRecord row = (PgRecord) value;
        out.putInt(row.size());
        for (int i = 0; i < row.size(); i++) {
            out.putInt(row.fieldOids()[i]);
            Object field = row.get(i);
            if (field == null) {
                out.putInt(-1);
            } else {
                int at = out.length();
                out.putInt(0);
                Codecs.forType(row.fieldOids()[i], lookup).encodeBinary(field, out);
                out.setInt(at, out.length() - at - 4);
            }
        }
    }
}
