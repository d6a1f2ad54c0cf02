package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Text;

/// jsonb (jsonb.c); the binary form is a version byte and the text.
final class JsonbCodec extends RefCodec {
    private static final int VERSION = 1;

    JsonbCodec() {
        super(TypeOids.JSONB);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return JsonParser.parseJsonb(text);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return JsonbText.format((Jsonb) value);
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        if (length < 1 || bytes[offset] != VERSION) {
            throw badBinary();
        }
        Utf8.require(bytes, offset + 1, length - 1);
        return JsonParser.parseJsonb(Text.of(bytes, offset + 1, length - 1).toString());
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putByte(VERSION);
        out.putString(JsonbText.format((Jsonb) value));
    }
}
