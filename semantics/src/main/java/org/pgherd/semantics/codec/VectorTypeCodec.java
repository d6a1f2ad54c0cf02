package org.pgherd.semantics.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgArray;

/// int2vector and oidvector: numbers between blanks, lower bound 0 (int.c, oid.c). Binary as arrays.
final class VectorTypeCodec extends RefCodec {
    private final TypeCodec element;
    private final ArrayCodec binary;

    VectorTypeCodec(int typeOid, TypeCodec element) {
        super(typeOid);
        this.element = element;
        binary = new ArrayCodec(typeOid, element, ',');
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        List<@Nullable Object> items = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                items.add(element.decodeText(word, -1, context));
            }
        }
        return new PgArray(element.typeOid(), new int[] {items.size()}, new int[] {0}, items.toArray());
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        StringBuilder out = new StringBuilder();
        for (Object item : ((PgArray) value).elements()) {
            if (item != null) {
                out.append(out.isEmpty() ? "" : " ").append(element.encodeText(item, context));
            }
        }
        return out.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        return binary.decodeBinary(bytes, offset, length);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        binary.encodeBinary(value, out);
    }
}
