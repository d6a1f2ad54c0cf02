package org.pgherd.semantics.function.format;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.format.NumberPicture.Key;
import org.pgherd.semantics.function.format.NumberPicture.Node;
import org.pgherd.semantics.function.format.NumberPicture.SignPlace;

/// Writes a number, given as digits, after a picture (formatting.c: NUM_processor, NUM_numpart_to_char). Signs,
/// separators and the blank for the currency symbol are those of the locale C.
final class NumberWriter {
    private static final int ROMAN_WIDTH = 15;

    private final NumberPicture picture;
    private final String number;
    private final char sign;
    private final int leadingBlanks;
    private final StringBuilder out = new StringBuilder();
    /// Of the text, whatever is written behind it.
    private int textEnd = Integer.MAX_VALUE;

    private boolean brackets;
    private SignPlace signPlace;
    private boolean signWritten;
    private final int zeroStart;
    private int digits;
    /// Index of the last digit worth writing under FM, -1 if all are.
    private int lastRelevant = -1;
    private boolean inNumber;
    private int current;
    private int at;

    NumberWriter(NumberPicture picture, String number, char sign, int leadingBlanks) {
        this.picture = picture;
        this.number = number;
        this.sign = sign;
        this.leadingBlanks = leadingBlanks;
        this.brackets = picture.brackets;
        this.signPlace = picture.signPlace;
        this.zeroStart = picture.zeroStart > 0 ? picture.zeroStart - 1 : 0;
    }

    String write() {
        if (picture.exponent) {
            return number;
        }
        prepareSign();
        digits = picture.behind + picture.before - 1;
        if (picture.fillMode && picture.decimal) {
            findLastRelevant();
        }
        if (!signWritten && leadingBlanks == 0) {
            digits++;
        }
        for (Node node : picture.nodes) {
            if (node.key() == null) {
                out.append(node.text());
            } else {
                write(node.key(), node.lower());
            }
        }
        return out.substring(0, Math.min(textEnd, out.length()));
    }

    private void prepareSign() {
        if (picture.plus || picture.minus) {
            signWritten = picture.minus;
            return;
        }
        if (sign != '-' && picture.fillMode) {
            brackets = false;
        }
        signWritten = sign == '+' && picture.fillMode && !picture.localeSign;
        if (signPlace == SignPlace.BEFORE && picture.before == picture.digitsBeforeSign) {
            signPlace = SignPlace.BEHIND;
        }
    }

    private void findLastRelevant() {
        int point = number.indexOf('.');
        if (point < 0) {
            return;
        }
        lastRelevant = point;
        for (int i = point + 1; i < number.length(); i++) {
            if (number.charAt(i) != '0') {
                lastRelevant = i;
            }
        }
        if (picture.zeroEnd > leadingBlanks) {
            int lastZero = Math.min(number.length() - 1, picture.zeroEnd - leadingBlanks);
            lastRelevant = Math.max(lastRelevant, lastZero);
        }
    }

    private boolean lastRelevantIsPoint() {
        return lastRelevant >= 0 && number.charAt(lastRelevant) == '.';
    }

    private void write(Key key, boolean lower) {
        switch (key) {
            case NINE, ZERO, DECIMAL_POINT, LOCALE_DECIMAL -> {
                if (!picture.roman) {
                    digit(key);
                }
            }
            case COMMA, GROUP -> {
                if (inNumber) {
                    out.append(',');
                } else if (!picture.fillMode) {
                    out.append(' ');
                }
            }
            case CURRENCY -> out.append(' ');
            case ROMAN -> {
                String roman = lower ? number.toLowerCase(java.util.Locale.ROOT) : number;
                out.repeat(' ', picture.fillMode ? 0 : Math.max(0, ROMAN_WIDTH - roman.length()))
                        .append(roman);
            }
            case ORDINAL -> {
                if (!picture.roman && !number.startsWith("#") && sign != '-' && !picture.decimal) {
                    String suffix = ordinal(number);
                    out.append(lower ? suffix : suffix.toUpperCase(java.util.Locale.ROOT));
                }
            }
            case MINUS -> {
                if (sign == '-' || !picture.fillMode) {
                    out.append(sign == '-' ? '-' : ' ');
                }
            }
            case PLUS -> {
                if (sign == '+' || !picture.fillMode) {
                    out.append(sign == '+' ? '+' : ' ');
                }
            }
            case SIGN -> out.append(sign);
            case BLANK, EXPONENT, FILL_MODE, BRACKETS, SPELL, LOCALE_SIGN, SHIFT -> {}
        }
    }

    static String ordinal(String number) {
        char last = number.isEmpty() ? ' ' : number.charAt(number.length() - 1);
        if (last < '0' || last > '9') {
            throw new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "\"" + number + "\" is not a number");
        }
        if (number.length() > 1 && number.charAt(number.length() - 2) == '1') {
            return "th";
        }
        return switch (last) {
            case '1' -> "st";
            case '2' -> "nd";
            case '3' -> "rd";
            default -> "th";
        };
    }

    /// `0.1` after `9.9` has a blank before the point.
    private boolean isBlankBeforePoint() {
        return !picture.zero && at == 0 && number.startsWith("0") && picture.behind != 0;
    }

    private void digit(Key key) {
        inNumber = false;
        if (!signWritten
                && (current >= leadingBlanks || picture.zero && zeroStart == current)
                && (!isBlankBeforePoint() || lastRelevantIsPoint())) {
            leadingSign();
        }
        if (current < leadingBlanks && (zeroStart > current || !picture.zero)) {
            if (!picture.fillMode) {
                out.append(' ');
            }
        } else if (picture.zero && current < leadingBlanks && zeroStart <= current) {
            out.append('0');
            inNumber = true;
        } else {
            realDigit(key);
            if (at < number.length()) {
                at++;
            }
        }
        int end = digits + (leadingBlanks > 0 ? 1 : 0) + (picture.decimal ? 1 : 0);
        if (lastRelevant >= 0 && lastRelevant == at) {
            end = current;
        }
        if (current + 1 == end) {
            if (signWritten && brackets) {
                out.append(sign == '+' ? ' ' : '>');
            } else if (picture.localeSign && signPlace == SignPlace.BEHIND) {
                out.append(sign == '-' ? '-' : '+');
            }
        }
        current++;
    }

    private void leadingSign() {
        if (picture.localeSign) {
            if (signPlace == SignPlace.BEFORE) {
                out.append(sign == '-' ? '-' : '+');
                signWritten = true;
            }
            return;
        }
        signWritten = true;
        if (brackets) {
            out.append(sign == '+' ? ' ' : '<');
        } else if (sign == '-') {
            out.append('-');
        } else if (!picture.fillMode) {
            out.append(' ');
        }
    }

    private void realDigit(Key key) {
        char c = at < number.length() ? number.charAt(at) : 0;
        if (c == '.') {
            if (!lastRelevantIsPoint() || picture.fillMode) {
                out.append('.');
            }
        } else if (lastRelevant >= 0 && at > lastRelevant && key != Key.ZERO) {
            // FM leaves it out
        } else if (isBlankBeforePoint()) {
            if (!picture.fillMode) {
                out.append(' ');
            } else if (lastRelevantIsPoint()) {
                out.append('0');
            }
        } else if (c != 0) {
            out.append(c);
            inNumber = true;
        } else {
            // a NUL is written, with which the text ends
            inNumber = true;
            textEnd = Math.min(textEnd, out.length());
        }
    }
}
