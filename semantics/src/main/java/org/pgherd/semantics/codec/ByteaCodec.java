package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Bytea;

/// bytea.
final class ByteaCodec extends RefCodec {
    ByteaCodec() {
        super(TypeOids.BYTEA);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return ByteaText.parse(text);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return ByteaText.format((Bytea) value, context.byteaOutput());
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        return new Bytea(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putBytes(((Bytea) value).bytes());
    }
}
