package org.pgherd.semantics.function.format;

import java.util.List;
import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZoneAbbreviations;
import org.pgherd.semantics.function.format.DateFields.Mode;
import org.pgherd.semantics.function.format.DatePicture.Node;

/// Reads a date and time after a picture (formatting.c:DCH_from_char).
final class DateReader {
    private static final int MAX_ABBREVIATION = 10;
    private static final int CURRENT_YEAR_DIGITS = 4;
    private static final List<String> ERAS = List.of("ad", "bc");
    private static final List<String> LONG_ERAS = List.of("a.d.", "b.c.");
    private static final List<String> HALVES = List.of("am", "pm");
    private static final List<String> LONG_HALVES = List.of("a.m.", "p.m.");
    private static final List<String> ROMAN =
            List.of("xii", "xi", "x", "ix", "viii", "vii", "vi", "v", "iv", "iii", "ii", "i");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> DAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
    private static final List<String> SHORT_MONTHS =
            MONTHS.stream().map(m -> m.substring(0, 3)).toList();
    private static final List<String> SHORT_DAYS =
            DAYS.stream().map(d -> d.substring(0, 3)).toList();

    private final List<Node> nodes;
    private final String text;
    private final PgTimeZone session;
    /// SQL standard's strictness, as jsonpath wants it.
    private final boolean standard;
    private final DateFields fields;
    private int at;
    /// Index of the node being read.
    private int index;
    private boolean fixed;
    /// Blanks skipped beyond those of the picture.
    private int extraSkip;

    private DateReader(List<Node> nodes, String text, PgTimeZone session, boolean standard) {
        this.nodes = nodes;
        this.text = text;
        this.session = session;
        this.standard = standard;
        fixed = standard;
        fields = new DateFields(text);
    }

    static DateFields read(List<Node> nodes, String text, PgTimeZone session, boolean standard) {
        DateReader reader = new DateReader(nodes, text, session, standard);
        reader.read();
        return reader.fields;
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_DATETIME_FORMAT, message);
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private void skipBlanks() {
        while (!atEnd() && Blanks.isSpace(text.charAt(at))) {
            at++;
            extraSkip++;
        }
    }

    private void skipCharacter() {
        if (!atEnd()) {
            at = text.offsetByCodePoints(at, 1);
        }
    }

    private void read() {
        for (index = 0; index < nodes.size() && !atEnd(); index++) {
            Node node = nodes.get(index);
            boolean isFixing = node.key().equalsIgnoreCase("FX");
            if (!fixed && !isFixing && (node.isKey() || index == 0)) {
                skipBlanks();
            }
            if (node.isSpace() || node.isSeparator()) {
                separator(node);
            } else if (!node.isKey()) {
                literal(node);
            } else {
                setMode(mode(node.key().toUpperCase(Locale.ROOT)));
                if (isFixing) {
                    fixed = true;
                } else {
                    field(node, node.key().toUpperCase(Locale.ROOT));
                }
                if (!fixed) {
                    extraSkip = 0;
                    skipBlanks();
                }
            }
        }
        if (standard) {
            if (index < nodes.size()) {
                throw invalid("input string is too short for datetime format");
            }
            skipBlanks();
            if (!atEnd()) {
                throw invalid("trailing characters remain in input string after datetime format");
            }
        }
    }

    private void separator(Node node) {
        if (standard) {
            if (text.charAt(at) != node.literal().charAt(0)) {
                throw invalid("unmatched format separator \"" + node.literal() + "\"");
            }
            at++;
        } else if (fixed) {
            skipCharacter();
        } else {
            extraSkip--;
            if (!atEnd() && (Blanks.isSpace(text.charAt(at)) || Blanks.isSeparator(text.charAt(at)))) {
                at++;
                extraSkip++;
            }
        }
    }

    private void literal(Node node) {
        if (standard && !text.startsWith(node.literal(), at)) {
            throw invalid("unmatched format character \"" + node.literal() + "\"");
        }
        if (!fixed && extraSkip > 0) {
            extraSkip--;
        } else {
            skipCharacter();
        }
    }

    private static Mode mode(String key) {
        return switch (key) {
            case "IDDD", "ID", "IW", "IYYY", "IYY", "IY", "I" -> Mode.ISO_WEEK;
            case "DDD", "DD", "D", "MM", "MONTH", "MON", "RM", "WW", "W", "Y,YYY", "YYYY", "YYY", "YY", "Y" ->
                Mode.GREGORIAN;
            default -> Mode.NONE;
        };
    }

    private void setMode(Mode mode) {
        if (mode == Mode.NONE) {
            return;
        }
        if (fields.mode != Mode.NONE && fields.mode != mode) {
            throw invalid("invalid combination of date conventions")
                    .withHint("Do not mix Gregorian and ISO week date conventions in a formatting template.");
        }
        fields.mode = mode;
    }

    private void field(Node node, String key) {
        switch (key) {
            case "A.M.", "P.M." -> half(node, LONG_HALVES);
            case "AM", "PM" -> half(node, HALVES);
            case "A.D.", "B.C." -> fields.beforeChrist = set(node, fields.beforeChrist, search(node, LONG_ERAS));
            case "AD", "BC" -> fields.beforeChrist = set(node, fields.beforeChrist, search(node, ERAS));
            case "MONTH" -> fields.month = set(node, fields.month, search(node, MONTHS) + 1);
            case "MON" -> fields.month = set(node, fields.month, search(node, SHORT_MONTHS) + 1);
            case "RM" -> fields.month = set(node, fields.month, 12 - search(node, ROMAN));
            case "DAY" -> fields.weekday = set(node, fields.weekday, search(node, DAYS)) + 1;
            case "DY" -> fields.weekday = set(node, fields.weekday, search(node, SHORT_DAYS)) + 1;
            case "TZ" -> zone(node);
            case "OF" -> offset(node);
            case "TZH" -> zoneHour(node);
            case "TZM" -> {
                fields.zoneSign = fields.zoneSign == 0 ? 1 : fields.zoneSign;
                fields.zoneMinute = set(node, fields.zoneMinute, integer(node, 2));
            }
            default -> {
                number(node, key);
                skipOrdinal(node);
            }
        }
    }

    private void half(Node node, List<String> words) {
        fields.afternoon = set(node, fields.afternoon, search(node, words));
        fields.twelveHours = true;
    }

    private void number(Node node, String key) {
        DateFields f = fields;
        switch (key) {
            case "HH", "HH12" -> {
                f.hour = set(node, f.hour, integer(node, 2));
                f.twelveHours = true;
            }
            case "HH24" -> f.hour = set(node, f.hour, integer(node, 2));
            case "MI" -> f.minute = set(node, f.minute, integer(node, 2));
            case "SS" -> f.second = set(node, f.second, integer(node, 2));
            case "MS" -> {
                int start = at;
                f.millis = set(node, f.millis, integer(node, 3));
                f.millis *= power(3 - (at - start));
            }
            case "FF1", "FF2", "FF3", "FF4", "FF5", "FF6" -> {
                f.precision = key.charAt(2) - '0';
                micros(node, f.precision);
            }
            case "US" -> micros(node, 6);
            case "SSSS", "SSSSS" -> f.secondOfDay = set(node, f.secondOfDay, integer(node, key.length()));
            case "MM" -> f.month = set(node, f.month, integer(node, 2));
            case "DDD", "IDDD" -> f.dayOfYear = set(node, f.dayOfYear, integer(node, 3));
            case "DD" -> f.day = set(node, f.day, integer(node, 2));
            case "D" -> f.weekday = set(node, f.weekday, integer(node, 1));
            case "ID" -> {
                f.weekday = set(node, f.weekday, integer(node, 1)) + 1;
                f.weekday = f.weekday > 7 ? 1 : f.weekday;
            }
            case "WW", "IW" -> f.week = set(node, f.week, integer(node, 2));
            case "Q" -> integer(node, 1);
            case "CC" -> f.century = set(node, f.century, integer(node, 2));
            case "Y,YYY" -> commaYear(node);
            case "YYYY", "IYYY" -> {
                f.year = set(node, f.year, integer(node, CURRENT_YEAR_DIGITS));
                f.yearDigits = CURRENT_YEAR_DIGITS;
            }
            case "YYY", "IYY" -> partialYear(node, 3);
            case "YY", "IY" -> partialYear(node, 2);
            case "Y", "I" -> partialYear(node, 1);
            case "W" -> f.weekOfMonth = set(node, f.weekOfMonth, integer(node, 1));
            case "J" -> f.julian = set(node, f.julian, integer(node, 1));
            default -> throw new AssertionError(key);
        }
    }

    private void micros(Node node, int digits) {
        int start = at;
        fields.micros = set(node, fields.micros, integer(node, digits));
        fields.micros *= power(6 - (at - start));
    }

    private static int power(int exponent) {
        int p = 1;
        for (int i = 0; i < exponent; i++) {
            p *= 10;
        }
        return p;
    }

    /// Two digits mean the year nearest to 2020 (adjust_partial_year_to_2020).
    private void partialYear(Node node, int digits) {
        int start = at;
        int year = set(node, fields.year, integer(node, digits));
        if (at - start < CURRENT_YEAR_DIGITS) {
            if (year < 70) {
                year += 2000;
            } else if (year < 100) {
                year += 1900;
            } else if (year < 520) {
                year += 2000;
            } else if (year < 1000) {
                year += 1000;
            }
        }
        fields.year = year;
        fields.yearDigits = digits;
    }

    /// C's sscanf with "%d,%03d".
    private void commaYear(Node node) {
        int[] end = new int[1];
        Long millennia = scan(at, Integer.MAX_VALUE, end);
        if (millennia == null || end[0] >= text.length() || text.charAt(end[0]) != ',') {
            throw invalid("invalid value \"" + text.substring(at) + "\" for \"Y,YYY\"");
        }
        Long years = scan(end[0] + 1, 3, end);
        if (years == null) {
            throw invalid("invalid value \"" + text.substring(at) + "\" for \"Y,YYY\"");
        }
        int value;
        try {
            value = Math.addExact(Math.multiplyExact(millennia.intValue(), 1000), years.intValue());
        } catch (ArithmeticException e) {
            throw new SqlException(
                    SqlState.DATETIME_VALUE_OUT_OF_RANGE, "value for \"Y,YYY\" in source string is out of range");
        }
        fields.year = set(node, fields.year, value);
        fields.yearDigits = CURRENT_YEAR_DIGITS;
        at = end[0];
    }

    private @org.jspecify.annotations.Nullable Long scan(int from, int width, int[] end) {
        int i = from;
        while (i < text.length() && Blanks.isSpace(text.charAt(i))) {
            i++;
        }
        int limit = (int) Math.min((long) i + width, text.length());
        int start = i;
        if (i < limit && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int digits = i;
        long value = 0;
        while (i < limit && Blanks.isDigit(text.charAt(i))) {
            value = Math.min(value * 10 + text.charAt(i) - '0', Long.MAX_VALUE / 20);
            i++;
        }
        if (i == digits) {
            return null;
        }
        end[0] = i;
        return text.charAt(start) == '-' ? -value : value;
    }

    private void zoneHour(Node node) {
        if (!atEnd() && (text.charAt(at) == '+' || text.charAt(at) == '-' || text.charAt(at) == ' ')) {
            fields.zoneSign = text.charAt(at) == '-' ? -1 : 1;
            at++;
        } else {
            // a minus may have passed for a separator
            fields.zoneSign = extraSkip > 0 && text.charAt(at - 1) == '-' ? -1 : 1;
        }
        fields.zoneHour = set(node, fields.zoneHour, integer(node, 2));
    }

    private void offset(Node node) {
        zoneHour(node);
        if (!atEnd() && text.charAt(at) == ':') {
            at++;
            fields.zoneMinute = set(node, fields.zoneMinute, integer(node, 2));
        }
    }

    /// The longest known abbreviation that the text goes on with; else an offset.
    private void zone(Node node) {
        int end = at;
        while (end < text.length() && end - at < MAX_ABBREVIATION && Blanks.isLetter(text.charAt(end))) {
            end++;
        }
        for (; end > at; end--) {
            TimeZoneAbbreviations.Entry entry =
                    TimeZoneAbbreviations.find(text.substring(at, end).toLowerCase(Locale.ROOT), session);
            if (entry != null) {
                fields.hasZoneName = true;
                fields.zoneSign = 0;
                fields.zoneOffset = entry.offset();
                fields.zone = entry.zone();
                at = end;
                return;
            }
        }
        if (!atEnd() && Blanks.isLetter(text.charAt(at))) {
            throw invalid("invalid value \"" + text.substring(at) + "\" for \"" + node.key() + "\"")
                    .withDetail("Time zone abbreviation is not recognized.");
        }
        offset(node);
    }

    private void skipOrdinal(Node node) {
        if (!node.ordinal().isEmpty()) {
            skipCharacter();
            skipCharacter();
        }
    }

    private static int set(Node node, int old, int value) {
        if (old != 0 && old != value) {
            throw invalid("conflicting values for \"" + node.key() + "\" field in formatting string")
                    .withDetail("This value contradicts a previous setting for the same field type.");
        }
        return value;
    }

    /// The index of the word that the text goes on with, in any case.
    private int search(Node node, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (matches(word)) {
                at += word.length();
                return i;
            }
        }
        int end = at;
        while (end < text.length() && !Blanks.isSpace(text.charAt(end))) {
            end++;
        }
        throw invalid("invalid value \"" + text.substring(at, end) + "\" for \"" + node.key() + "\"")
                .withDetail("The given value did not match any of the allowed values for this field.");
    }

    private boolean matches(String word) {
        if (at + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(at + i);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether digits may be read as far as they go: nothing that follows in the picture reads digits.
    private boolean separatorFollows() {
        if (!nodes.get(index).ordinal().isEmpty() || index + 1 == nodes.size()) {
            return true;
        }
        Node next = nodes.get(index + 1);
        if (next.isKey()) {
            return !isDigits(next.key().toUpperCase(Locale.ROOT));
        }
        return !(next.literal().length() == 1 && Blanks.isDigit(next.literal().charAt(0)));
    }

    private static boolean isDigits(String key) {
        return switch (key) {
            case "A.D.",
                    "A.M.",
                    "AD",
                    "AM",
                    "B.C.",
                    "BC",
                    "DAY",
                    "DY",
                    "FX",
                    "MONTH",
                    "MON",
                    "OF",
                    "P.M.",
                    "PM",
                    "RM",
                    "TZH",
                    "TZ" -> false;
            default -> true;
        };
    }

    /// from_char_parse_int_len.
    private int integer(Node node, int length) {
        int start = at;
        while (!atEnd() && Blanks.isSpace(text.charAt(at))) {
            at++;
        }
        String copy = text.substring(at, utf8Prefix(at, length));
        boolean free = node.fillMode() || separatorFollows();
        int remaining = utf8Length(copy);
        if (!free && remaining < length) {
            throw invalid("source string too short for \"" + node.key() + "\" formatting field")
                    .withDetail("Field requires " + length + " characters, but only " + remaining + " remain.")
                    .withHint("If your source string is not fixed-width, try using the \"FM\" modifier.");
        }
        int from = at;
        int limit = free ? text.length() : at + copy.length();
        int i = from;
        while (i < limit && Blanks.isSpace(text.charAt(i))) {
            i++;
        }
        boolean negative = i < limit && text.charAt(i) == '-';
        if (i < limit && (negative || text.charAt(i) == '+')) {
            i++;
        }
        int digits = i;
        long value = 0;
        while (i < limit && Blanks.isDigit(text.charAt(i))) {
            value = Math.min(value * 10 + text.charAt(i) - '0', Long.MAX_VALUE / 20);
            i++;
        }
        boolean found = i > digits;
        int used = found ? i - from : 0;
        if (!free && used > 0 && used < length) {
            throw invalid("invalid value \"" + copy + "\" for \"" + node.key() + "\"")
                    .withDetail("Field requires " + length + " characters, but only " + used + " could be parsed.")
                    .withHint("If your source string is not fixed-width, try using the \"FM\" modifier.");
        }
        at = found ? i : free ? start : from;
        if (at == start) {
            throw invalid("invalid value \"" + copy + "\" for \"" + node.key() + "\"")
                    .withDetail("Value must be an integer.");
        }
        long signed = negative ? -value : value;
        if (signed != (int) signed) {
            throw new SqlException(
                            SqlState.DATETIME_VALUE_OUT_OF_RANGE,
                            "value for \"" + node.key() + "\" in source string is out of range")
                    .withDetail("Value must be in the range " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + ".");
        }
        return (int) signed;
    }

    /// End of as many whole characters as fit into so many bytes.
    private int utf8Prefix(int from, int bytes) {
        int i = from;
        int left = bytes;
        while (i < text.length()) {
            int next = text.offsetByCodePoints(i, 1);
            left -= utf8Length(text.substring(i, next));
            if (left < 0) {
                break;
            }
            i = next;
        }
        return i;
    }

    private static int utf8Length(String s) {
        return s.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
