package org.pgherd.semantics.datetime;

/// `hh:mm[:ss[.f]]` (datetime.c: DecodeTimeCommon, ParseFraction).
final class ClockText {
    private ClockText() {}

    /// Hours, minutes, seconds, microseconds. Two fields are mm:ss if so said, or if a fraction follows.
    static long[] parse(String text, boolean minuteToSecond) {
        int end = digits(text, 0);
        long hour;
        try {
            hour = end == 0 ? 0 : Long.parseLong(text, 0, end, 10);
        } catch (NumberFormatException e) {
            throw DateTimeFailure.fieldOverflow();
        }
        if (end >= text.length() || text.charAt(end) != ':') {
            throw DateTimeFailure.badFormat();
        }
        int from = end + 1;
        end = digits(text, from);
        long minute = integer(text, from, end);
        long second = 0;
        long micros = 0;
        if (end == text.length()) {
            if (minuteToSecond) {
                second = minute;
                minute = hour;
                hour = 0;
            }
        } else if (text.charAt(end) == '.') {
            micros = (long) Math.rint(fraction(text.substring(end)) * 1_000_000);
            second = minute;
            minute = hour;
            hour = 0;
        } else if (text.charAt(end) == ':') {
            from = end + 1;
            end = digits(text, from);
            second = integer(text, from, end);
            if (end < text.length()) {
                if (text.charAt(end) != '.') {
                    throw DateTimeFailure.badFormat();
                }
                micros = (long) Math.rint(fraction(text.substring(end)) * 1_000_000);
            }
        } else {
            throw DateTimeFailure.badFormat();
        }
        if (minute > 59 || second > 60 || micros > 1_000_000) {
            throw DateTimeFailure.fieldOverflow();
        }
        return new long[] {hour, minute, second, micros};
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && DateTimeField.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int integer(String text, int from, int end) {
        try {
            return from == end ? 0 : Integer.parseInt(text, from, end, 10);
        } catch (NumberFormatException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    /// `.123`, or just the point for 0.
    static double fraction(String text) {
        if (text.isEmpty() || text.charAt(0) != '.' || digits(text, 1) != text.length()) {
            throw DateTimeFailure.badFormat();
        }
        return text.length() == 1 ? 0 : Double.parseDouble("0" + text);
    }
}
