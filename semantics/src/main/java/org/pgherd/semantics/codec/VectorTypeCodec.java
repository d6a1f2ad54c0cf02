package org.pgherd.semantics.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
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
        int at = afterBlanks(text, 0);
        while (at < text.length()) {
            int end = numberEnd(text, at);
            String rest = text.substring(at);
            boolean complete = typeOid() == TypeOids.OIDVECTOR || end == text.length() || text.charAt(end) == ' ';
            if (end == at || !complete) {
                throw invalidSyntax(element.typeOid() == TypeOids.OID ? "oid" : "smallint", rest);
            }
            items.add(number(text.substring(at, end), rest, context));
            at = afterBlanks(text, end);
        }
        return new PgArray(element.typeOid(), new int[] {items.size()}, new int[] {0}, items.toArray());
    }

    /// Errors quote all that was not read yet.
    private Object number(String number, String rest, FunctionContext context) {
        try {
            return element.decodeText(number, -1, context);
        } catch (SqlException e) {
            throw new SqlException(e.state(), e.message().replace('"' + number + '"', '"' + rest + '"'));
        }
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && IntegerText.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Where C's strtol, or strtoul with any base, stops; `from` if it reads nothing.
    private int numberEnd(String text, int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int radix = 10;
        if (typeOid() == TypeOids.OIDVECTOR && text.startsWith("0", at)) {
            boolean hex = text.regionMatches(true, at, "0x", 0, 2) && digit(text, at + 2, 16);
            radix = hex ? 16 : 8;
            at += hex ? 2 : 0;
        }
        int digits = at;
        while (digit(text, at, radix)) {
            at++;
        }
        return at == digits ? from : at;
    }

    private static boolean digit(String text, int at, int radix) {
        return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0;
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
