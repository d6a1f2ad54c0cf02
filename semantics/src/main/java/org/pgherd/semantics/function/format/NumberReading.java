package org.pgherd.semantics.function.format;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.format.NumberPicture.Key;
import org.pgherd.semantics.function.format.NumberPicture.Node;
import org.pgherd.semantics.function.format.NumberPicture.SignPlace;
import org.pgherd.semantics.function.numeric.NumericPower;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// to_number() (formatting.c: NUM_processor, NUM_numpart_from_char). Signs, point and comma are C's.
public final class NumberReading {
    private static final int TYPMOD_HEADER = 4;

    private final NumberPicture picture;
    private final byte[] text;
    private int at;
    private char sign = ' ';
    private final StringBuilder number = new StringBuilder();
    private int before;
    private int behind;
    private boolean pointRead;

    private NumberReading(NumberPicture picture, byte[] text) {
        this.picture = picture;
        this.text = text;
    }

    @PgFunction(oid = 1777)
    public static @Nullable Numeric numeric_to_number(Text value, Text format) {
        if (format.isEmpty()) {
            return null;
        }
        NumberPicture picture = new NumberPicture(format.toString());
        if (picture.exponent) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "\"EEEE\" not supported for input");
        }
        NumberReading reading = new NumberReading(picture, value.toByteArray());
        reading.read();
        int scale = picture.roman ? 0 : reading.behind;
        int precision = picture.before + picture.shift + scale;
        Numeric result = Numeric.parse(reading.sign + reading.number.toString());
        result = result.applyTypmod((precision << 16 | scale & 0x7FF) + TYPMOD_HEADER);
        if (picture.shifted) {
            result = result.multiply(NumericPower.numeric_power(Numeric.of(10), Numeric.of(-picture.shift)));
        }
        return result;
    }

    private boolean atEnd() {
        return at >= text.length;
    }

    private boolean isDigit(int index) {
        return text[index] >= '0' && text[index] <= '9';
    }

    private void read() {
        for (Node node : picture.nodes) {
            if (atEnd()) {
                break;
            }
            Key key = node.key();
            if (key == null) {
                skipCharacter();
            } else if (take(key)) {
                at++;
            }
        }
        int last = number.length() - 1;
        if (last >= 0 && number.charAt(last) == '.') {
            number.setLength(last);
        }
    }

    /// One or more bytes of UTF-8.
    private void skipCharacter() {
        at++;
        while (!atEnd() && (text[at] & 0xC0) == 0x80) {
            at++;
        }
    }

    private void skipNoise(int characters) {
        for (int i = 0; i < characters && !atEnd(); i++) {
            if ("0123456789.,+-".indexOf(text[at]) >= 0) {
                break;
            }
            skipCharacter();
        }
    }

    /// Whether the byte that the position is then on has been consumed.
    private boolean take(Key key) {
        switch (key) {
            case NINE, ZERO, DECIMAL_POINT, LOCALE_DECIMAL -> {
                if (picture.roman) {
                    return false;
                }
                digits(key);
                return true;
            }
            case COMMA, GROUP -> {
                return !picture.fillMode && text[at] == ',';
            }
            case CURRENCY -> skipNoise(1);
            case ORDINAL -> {
                if (!picture.roman && !picture.decimal) {
                    skipNoise(2);
                }
            }
            case ROMAN -> roman();
            case MINUS -> {
                return takeSign("-");
            }
            case PLUS -> {
                return takeSign("+");
            }
            case SIGN -> {
                return takeSign("-+");
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    private boolean takeSign(String signs) {
        if (signs.indexOf(text[at]) >= 0) {
            sign = (char) text[at];
            return true;
        }
        skipNoise(1);
        return false;
    }

    private void roman() {
        while (!atEnd() && Blanks.isSpace((char) (text[at] & 0xFF))) {
            at++;
        }
        int length = RomanReader.length(text, at);
        int value = length == 0 ? -1 : RomanReader.read(text, at, length);
        if (value < 0) {
            throw new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid Roman numeral");
        }
        at += length;
        number.setLength(0);
        number.append(value);
        picture.before = number.length();
    }

    /// A digit or the point, with a sign ahead or behind.
    private void digits(Key key) {
        if (text[at] == ' ') {
            at++;
        }
        if (atEnd()) {
            return;
        }
        boolean read = false;
        if (sign == ' ' && (key == Key.ZERO || key == Key.NINE) && before + behind == 0) {
            leadingSign();
        }
        if (atEnd()) {
            return;
        }
        if (isDigit(at)) {
            if (pointRead && behind == picture.behind) {
                return;
            }
            number.append((char) text[at]);
            if (pointRead) {
                behind++;
            } else {
                before++;
            }
            read = true;
        } else if (picture.decimal && !pointRead && text[at] == '.') {
            number.append('.');
            pointRead = true;
            read = true;
        }
        if (sign == ' ' && before + behind > 0) {
            trailingSign(read);
        }
    }

    private void leadingSign() {
        if (picture.localeSign && picture.signPlace == SignPlace.BEFORE) {
            if (text[at] == '-' || text[at] == '+') {
                sign = (char) text[at++];
            }
        } else if (text[at] == '-' || picture.brackets && text[at] == '<') {
            sign = '-';
            at++;
        } else if (text[at] == '+') {
            sign = '+';
            at++;
        }
    }

    private void trailingSign(boolean read) {
        if (picture.localeSign && read && at + 1 < text.length && !isDigit(at + 1)) {
            if (text[at + 1] == '-' || text[at + 1] == '+') {
                at++;
                sign = (char) text[at];
            }
        } else if (!read && !picture.localeSign && (picture.plus || picture.minus)) {
            if (text[at] == '-' || text[at] == '+') {
                sign = (char) text[at];
            }
        }
    }
}
