package org.pgherd.semantics.codec;

import org.pgherd.semantics.value.Jsonb;

/// The text of jsonb: a blank after each colon and comma (jsonb.c:JsonbToCString).
public final class JsonbText {
    private JsonbText() {}

    public static String format(Jsonb value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    public static void append(Jsonb value, StringBuilder out) {
        switch (value) {
            case Jsonb.Null _ -> out.append("null");
            case Jsonb.Bool b -> out.append(b.value());
            case Jsonb.Number n -> out.append(n.value());
            case Jsonb.Str s -> quote(s.value().toString(), out);
            case Jsonb.Array a -> {
                out.append('[');
                for (int i = 0; i < a.size(); i++) {
                    if (i > 0) {
                        out.append(", ");
                    }
                    append(a.elements()[i], out);
                }
                out.append(']');
            }
            case Jsonb.Object o -> {
                out.append('{');
                for (int i = 0; i < o.size(); i++) {
                    if (i > 0) {
                        out.append(", ");
                    }
                    quote(o.keys()[i].toString(), out);
                    out.append(": ");
                    append(o.values()[i], out);
                }
                out.append('}');
            }
        }
    }

    /// A JSON string (json.c:escape_json).
    public static void quote(String s, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(c < 16 ? '0' : '1').append("0123456789abcdef".charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
