package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;

/// A domain reads and writes as its base type; its values are boxed. Constraints are checked by expressions, or by the
/// input of what a user writes (domains.c:domain_in).
final class DomainCodec extends RefCodec {
    private final TypeCodec base;
    private final int baseTypmod;

    DomainCodec(TypeRow type, TypeCodec base) {
        super(type.oid());
        this.base = base;
        baseTypmod = type.typmod();
    }

    @Override
    public Object input(String text, int typmod, FunctionContext context) {
        Object value = base.input(text, baseTypmod, context);
        context.checkDomain(SqlType.of(typeOid()), value);
        return value;
    }

    @Override
    @Nullable
    Object inputPart(@Nullable String text, int typmod, FunctionContext context) {
        if (text == null) {
            context.checkDomain(SqlType.of(typeOid()), null);
            return null;
        }
        return input(text, typmod, context);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return base.decodeText(text, baseTypmod, context);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return base.encodeText(value, context);
    }

    @Override
    public boolean hasBinary() {
        return base.hasBinary();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        return base.decodeBinary(bytes, offset, length);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        base.encodeBinary(value, out);
    }
}
