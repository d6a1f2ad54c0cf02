package org.pgherd.semantics.function.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// A picture of a number, taken apart (formatting.c: parse_format, NUMDesc_prepare).
final class NumberPicture {
    enum Key {
        COMMA(","),
        DECIMAL_POINT("."),
        ZERO("0"),
        NINE("9"),
        BLANK("B"),
        LOCALE_DECIMAL("D"),
        EXPONENT("EEEE"),
        FILL_MODE("FM"),
        GROUP("G"),
        CURRENCY("L"),
        MINUS("MI"),
        PLUS("PL"),
        BRACKETS("PR"),
        ROMAN("RN"),
        SIGN("SG"),
        SPELL("SP"),
        LOCALE_SIGN("S"),
        ORDINAL("TH"),
        SHIFT("V");

        final String text;

        Key(String text) {
            this.text = text;
        }
    }

    enum SignPlace {
        NONE,
        BEFORE,
        BEHIND
    }

    /// @param key null of a literal
    /// @param lower written in lower case
    record Node(@Nullable Key key, String text, boolean lower) {}

    final List<Node> nodes = new ArrayList<>();
    /// Digits before and behind the decimal point.
    int before;
    int behind;
    /// Digits behind V.
    int shift;
    /// Position of the first 0 from 1, 0 for none; and of the last one.
    int zeroStart;
    int zeroEnd;
    SignPlace signPlace = SignPlace.NONE;
    /// Digits before S.
    int digitsBeforeSign;
    boolean zero;
    boolean decimal;
    boolean fillMode;
    boolean localeSign;
    boolean brackets;
    boolean minus;
    boolean plus;
    boolean roman;
    boolean shifted;
    boolean exponent;
    private boolean blank;

    NumberPicture(String picture) {
        int at = 0;
        while (at < picture.length()) {
            Node node = keyword(picture, at);
            if (node != null) {
                at += node.text().length();
                nodes.add(node);
                prepare(java.util.Objects.requireNonNull(node.key()));
            } else if (picture.charAt(at) == '"') {
                at = quoted(picture, at + 1);
            } else {
                if (picture.charAt(at) == '\\' && at + 1 < picture.length() && picture.charAt(at + 1) == '"') {
                    at++;
                }
                at = literal(picture, at);
            }
        }
    }

    private static @Nullable Node keyword(String picture, int at) {
        for (Key key : Key.values()) {
            if (picture.startsWith(key.text, at)) {
                return new Node(key, key.text, false);
            }
        }
        for (Key key : Key.values()) {
            String lower = key.text.toLowerCase(java.util.Locale.ROOT);
            if (picture.startsWith(lower, at)) {
                return new Node(key, lower, true);
            }
        }
        return null;
    }

    private int literal(String picture, int at) {
        int end = picture.offsetByCodePoints(at, 1);
        nodes.add(new Node(null, picture.substring(at, end), false));
        return end;
    }

    private int quoted(String picture, int from) {
        int at = from;
        while (at < picture.length()) {
            if (picture.charAt(at) == '"') {
                return at + 1;
            }
            if (picture.charAt(at) == '\\' && at + 1 < picture.length()) {
                at++;
            }
            at = literal(picture, at);
        }
        return at;
    }

    private static SqlException syntax(String message) {
        return new SqlException(SqlState.SYNTAX_ERROR, message);
    }

    private static void refuse(boolean condition, String message) {
        if (condition) {
            throw syntax(message);
        }
    }

    private void prepare(Key key) {
        refuse(exponent && key != Key.EXPONENT, "\"EEEE\" must be the last pattern used");
        switch (key) {
            case NINE -> {
                refuse(brackets, "\"9\" must be ahead of \"PR\"");
                if (shifted) {
                    shift++;
                } else if (decimal) {
                    behind++;
                } else {
                    before++;
                }
            }
            case ZERO -> {
                refuse(brackets, "\"0\" must be ahead of \"PR\"");
                if (!zero && !decimal) {
                    zero = true;
                    zeroStart = before + 1;
                }
                if (decimal) {
                    behind++;
                } else {
                    before++;
                }
                zeroEnd = before + behind;
            }
            case BLANK -> blank |= before == 0 && behind == 0 && !zero;
            case LOCALE_DECIMAL, DECIMAL_POINT -> {
                refuse(decimal, "multiple decimal points");
                refuse(shifted, "cannot use \"V\" and decimal point together");
                decimal = true;
            }
            case FILL_MODE -> fillMode = true;
            case LOCALE_SIGN -> {
                refuse(localeSign, "cannot use \"S\" twice");
                refuse(plus || minus || brackets, "cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together");
                localeSign = true;
                signPlace = decimal ? SignPlace.BEHIND : SignPlace.BEFORE;
                digitsBeforeSign = decimal ? 0 : before;
            }
            case MINUS -> {
                refuse(localeSign, "cannot use \"S\" and \"MI\" together");
                minus = true;
            }
            case PLUS -> {
                refuse(localeSign, "cannot use \"S\" and \"PL\" together");
                plus = true;
            }
            case SIGN -> {
                refuse(localeSign, "cannot use \"S\" and \"SG\" together");
                minus = true;
                plus = true;
            }
            case BRACKETS -> {
                refuse(localeSign || plus || minus, "cannot use \"PR\" and \"S\"/\"PL\"/\"MI\"/\"SG\" together");
                brackets = true;
            }
            case ROMAN -> {
                refuse(roman, "cannot use \"RN\" twice");
                roman = true;
            }
            case SHIFT -> {
                refuse(decimal, "cannot use \"V\" and decimal point together");
                shifted = true;
            }
            case EXPONENT -> {
                refuse(exponent, "cannot use \"EEEE\" twice");
                if (blank || fillMode || localeSign || brackets || minus || plus || roman || shifted) {
                    throw syntax("\"EEEE\" is incompatible with other formats")
                            .withDetail("\"EEEE\" may only be used together with digit and decimal point patterns.");
                }
                exponent = true;
            }
            case COMMA, GROUP, CURRENCY, SPELL, ORDINAL -> {}
        }
        if (roman && (blank || zero || decimal || localeSign || brackets || minus || plus || shifted || exponent)) {
            throw syntax("\"RN\" is incompatible with other formats")
                    .withDetail("\"RN\" may only be used together with \"FM\".");
        }
    }
}
