package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.jsonpath.JsonPath;
import org.pgherd.semantics.type.TypeOids;

/// jsonpath; its binary form is a version and the text (jsonpath.c).
final class JsonPathCodec extends RefCodec {
    private static final int VERSION = 1;

    JsonPathCodec() {
        super(TypeOids.JSONPATH);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return JsonPath.parse(text);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        if (length < 1) {
            throw badBinary();
        }
        if (bytes[offset] != VERSION) {
            throw new SqlException(
                    SqlState.INTERNAL_ERROR, "unsupported jsonpath version number: " + (bytes[offset] & 0xFF));
        }
        return JsonPath.parse(new String(bytes, offset + 1, length - 1, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putByte(VERSION);
        out.putString(value.toString());
    }
}
