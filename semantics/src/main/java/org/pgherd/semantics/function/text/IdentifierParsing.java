package org.pgherd.semantics.function.text;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// parse_ident() (misc.c): the parts of a qualified name.
public final class IdentifierParsing {
    private IdentifierParsing() {}

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean startsName(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 128;
    }

    private static boolean continuesName(char c) {
        return startsName(c) || c >= '0' && c <= '9' || c == '$';
    }

    private static SqlException invalid(Text name) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, "string is not a valid identifier: \"" + name + "\"");
    }

    private static int skip(String s, int from) {
        int at = from;
        while (at < s.length() && isSpace(s.charAt(at))) {
            at++;
        }
        return at;
    }

    @PgFunction(oid = 1268)
    public static PgArray parse_ident(Text name, boolean strict) {
        String s = name.toString();
        List<Text> parts = new ArrayList<>();
        boolean behindDot = false;
        int at = skip(s, 0);
        while (true) {
            int start = at;
            if (at < s.length() && s.charAt(at) == '"') {
                StringBuilder part = new StringBuilder();
                at = quoted(name, s, at + 1, part);
                parts.add(Text.of(part.toString()));
            } else if (at < s.length() && startsName(s.charAt(at))) {
                while (at < s.length() && continuesName(s.charAt(at))) {
                    at++;
                }
                parts.add(Text.of(lower(s.substring(start, at))));
            } else if (at < s.length() && s.charAt(at) == '.') {
                throw invalid(name).withDetail("No valid identifier before \".\".");
            } else if (behindDot) {
                throw invalid(name).withDetail("No valid identifier after \".\".");
            } else {
                throw invalid(name);
            }
            at = skip(s, at);
            if (at >= s.length()) {
                break;
            }
            if (s.charAt(at) == '.') {
                behindDot = true;
                at = skip(s, at + 1);
            } else if (strict) {
                throw invalid(name);
            } else {
                break;
            }
        }
        return PgArray.of(TypeOids.TEXT, parts.toArray());
    }

    /// The offset behind the closing quote.
    private static int quoted(Text name, String s, int from, StringBuilder part) {
        int at = from;
        while (true) {
            int end = s.indexOf('"', at);
            if (end < 0) {
                throw invalid(name).withDetail("String has unclosed double quotes.");
            }
            part.append(s, at, end);
            at = end + 1;
            if (at >= s.length() || s.charAt(at) != '"') {
                break;
            }
            part.append('"');
            at++;
        }
        if (part.isEmpty()) {
            throw invalid(name).withDetail("Quoted identifier must not be empty.");
        }
        return at;
    }

    /// ASCII only, as in an encoding of several bytes.
    private static String lower(String s) {
        StringBuilder out = new StringBuilder(s);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                out.setCharAt(i, (char) (c + 32));
            }
        }
        return out.toString();
    }
}
