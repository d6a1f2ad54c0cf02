package org.pgherd.grammar.lexer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Notice;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Decodes E'...': backslash escapes, doubled quotes, continuation lines. A string without the E, where backslashes are
/// no plain characters, is told of (check_escape_warning of scan.l).
final class EscapeDecoder {
    private final SqlLexer lexer;
    private final String text;
    private final int limit;
    private final int start;
    private int at;
    private final StringBuilder out = new StringBuilder();
    /// Bytes above 127 written as \ooo or \xhh, which must join to UTF-8.
    private byte[] bytes = new byte[0];
    /// Whether the first backslash is still to be told of.
    private boolean warns;

    EscapeDecoder(SqlLexer lexer, int start, int body, boolean warns) {
        this.lexer = lexer;
        this.text = lexer.text();
        this.limit = lexer.limit();
        this.start = start;
        this.at = body;
        this.warns = warns;
    }

    String value() {
        return out.toString();
    }

    int run() {
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '\'') {
                if (at + 1 < limit && text.charAt(at + 1) == '\'') {
                    put('\'');
                    at += 2;
                    continue;
                }
                int more = StringLexer.continuation(text, at + 1, limit);
                if (more < 0) {
                    flush();
                    return at + 1;
                }
                at = more;
            } else if (c == '\\' && at + 1 < limit) {
                escape();
            } else {
                put(c);
                at++;
            }
        }
        throw lexer.error("unterminated quoted string", start, limit);
    }

    private void put(char c) {
        flush();
        out.append(c);
    }

    private void escape() {
        int escape = at;
        char c = text.charAt(at + 1);
        at += 2;
        if (c == '\'' && !lexer.settings().backslashQuote()) {
            throw new SqlException(
                            SqlState.NONSTANDARD_USE_OF_ESCAPE_CHARACTER,
                            "unsafe use of \\' in a string literal",
                            Position.at(start))
                    .withHint("Use '' to write quotes in strings. \\' is insecure in client-only encodings.");
        }
        if (warns) {
            warns = false;
            warn(c);
        }
        switch (c) {
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 'n' -> put('\n');
            case 'r' -> put('\r');
            case 't' -> put('\t');
            case 'v' -> put('\u000b');
            case 'x' -> {
                int from = at;
                int code = digits(16, 2);
                if (at == from) {
                    put('x');
                } else {
                    putByte(code);
                }
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                putByte(digits(8, 3) & 0xff);
            }
            case 'u' -> unicode(escape, 4);
            case 'U' -> unicode(escape, 8);
            default -> put(c);
        }
    }

    private void warn(char escaped) {
        String what = switch (escaped) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            default -> "escape";
        };
        String hint = switch (escaped) {
            case '\'' -> "Use '' to write quotes in strings, or use the escape string syntax (E'...').";
            case '\\' -> "Use the escape string syntax for backslashes, e.g., E'\\\\'.";
            default -> "Use the escape string syntax for escapes, e.g., E'\\r\\n'.";
        };
        lexer.buffer()
                .notice(
                        start,
                        new Notice(
                                SqlState.NONSTANDARD_USE_OF_ESCAPE_CHARACTER,
                                "nonstandard use of " + what + " in a string literal",
                                ErrorFields.NONE
                                        .withSeverity("WARNING")
                                        .withHint(hint)
                                        .withAt(Position.at(start))));
    }

    private int digits(int radix, int most) {
        int value = 0;
        for (int n = 0;
                n < most && at < limit && text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0;
                n++) {
            value = value * radix + Character.digit(text.charAt(at++), radix);
        }
        return value;
    }

    private void putByte(int code) {
        if (code < 128 && code > 0) {
            put((char) code);
        } else {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = (byte) code;
        }
    }

    private void flush() {
        if (bytes.length == 0) {
            return;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (decoded.indexOf('\0') >= 0) {
                throw invalidBytes();
            }
            out.append(decoded);
        } catch (CharacterCodingException e) {
            throw invalidBytes();
        }
        bytes = new byte[0];
    }

    private SqlException invalidBytes() {
        StringBuilder hex = new StringBuilder();
        int length = Math.min(bytes.length, sequenceLength(bytes[0] & 0xff));
        for (int i = 0; i < length; i++) {
            hex.append(i == 0 ? "0x" : " 0x").append("%02x".formatted(bytes[i] & 0xff));
        }
        return new SqlException(
                SqlState.CHARACTER_NOT_IN_REPERTOIRE,
                "invalid byte sequence for encoding \"UTF8\": " + hex,
                new Position(start, start + 1));
    }

    private static int sequenceLength(int lead) {
        return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    }

    private void unicode(int escape, int length) {
        int from = at;
        int code = digits(16, length);
        if (at - from < length) {
            throw new SqlException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid Unicode escape", new Position(escape, at))
                    .withHint("Unicode escapes must be \\uXXXX or \\UXXXXXXXX.");
        }
        if (code <= 0 || code > 0x10ffff) {
            throw lexer.error("invalid Unicode escape value", escape, at);
        }
        if (code >= 0xd800 && code < 0xdc00) {
            if (at + 1 >= limit || text.charAt(at) != '\\' || (text.charAt(at + 1) | 0x20) != 'u') {
                throw lexer.error("invalid Unicode surrogate pair", at >= limit ? escape : at, Math.min(at + 1, limit));
            }
            int second = at;
            boolean wide = text.charAt(at + 1) == 'U';
            at += 2;
            int digits = at;
            int low = digits(16, wide ? 8 : 4);
            if (at - digits < (wide ? 8 : 4) || low < 0xdc00 || low > 0xdfff) {
                throw lexer.error("invalid Unicode surrogate pair", second, at);
            }
            code = Character.toCodePoint((char) code, (char) low);
        } else if (code >= 0xdc00 && code < 0xe000) {
            throw lexer.error("invalid Unicode surrogate pair", escape, at);
        }
        flush();
        out.appendCodePoint(code);
    }
}
