package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgEnum;
import org.pgherd.semantics.value.Text;

/// A user's enum (enum.c). Both forms are the label.
final class EnumCodec extends RefCodec {
    private final TypeRow type;
    private final TypeLookup lookup;

    EnumCodec(TypeRow type, TypeLookup lookup) {
        super(type.oid());
        this.type = type;
        this.lookup = lookup;
    }

    private Object value(String label) {
        for (TypeLookup.EnumLabel candidate : lookup.enumLabels(typeOid())) {
            if (candidate.label().equals(label)) {
                return new PgEnum(typeOid(), candidate.sortOrder(), Text.of(label));
            }
        }
        throw new SqlException(
                SqlState.INVALID_TEXT_REPRESENTATION,
                "invalid input value for enum " + org.pgherd.semantics.catalog.TypeNames.name(type.oid(), lookup)
                        + ": \"" + label + "\"");
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return value(text);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        return value(Text.of(bytes, offset, length).toString());
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putText(((PgEnum) value).label());
    }
}
