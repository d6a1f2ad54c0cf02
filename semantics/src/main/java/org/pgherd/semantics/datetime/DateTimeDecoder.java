package org.pgherd.semantics.datetime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;

/// Makes sense of the words of a date and time (datetime.c: DecodeDateTime, DecodeTimeOnly and what they call).
/// One object reads one text.
final class DateTimeDecoder {
    private static final int YEAR = 1;
    private static final int MONTH = 2;
    private static final int DAY = 4;
    private static final int DAY_OF_YEAR = 8;
    private static final int TIME = 16;
    private static final int ZONE = 32;
    private static final int DAYLIGHT = 64;
    private static final int AM_PM = 128;
    private static final int ERA = 256;
    private static final int DAY_OF_WEEK = 512;
    private static final int DATE = YEAR | MONTH | DAY;

    private static final int MAX_ZONE_HOUR = 15;

    final DateTimeParts parts = new DateTimeParts();
    private final FunctionContext context;
    private final List<DateTimeField> fields;

    /// Set if the text is one of these words instead of a date: EPOCH, LATE, EARLY.
    DateTokens.@Nullable Reserved special;

    private int seen;
    private DateTokens.@Nullable Unit prefix;
    private boolean textMonth;
    private boolean twoDigitYear;
    private boolean julian;
    private boolean bc;
    private int meridian;
    private int dayOfYear;
    private @Nullable PgTimeZone namedZone;
    /// Set together with `namedZone` if it was an abbreviation that told the zone.
    private @Nullable String abbreviation;

    DateTimeDecoder(String text, FunctionContext context) {
        this.context = context;
        fields = DateTimeField.split(text);
    }

    boolean hasZone() {
        return (seen & ZONE) != 0;
    }

    /// A date, with or without a time; the zone is the session's unless the text has one.
    void decodeDateTime() {
        for (DateTimeField field : fields) {
            int mask = switch (field.type()) {
                case DATE -> dateField(field.text());
                case TIME -> {
                    timePrefix();
                    int found = clock(field.text());
                    if (timeOverflows()) {
                        throw DateTimeFailure.fieldOverflow();
                    }
                    yield found;
                }
                case ZONE -> {
                    parts.zone = displacement(field.text());
                    yield ZONE;
                }
                case NUMBER -> numberField(field.text());
                case STRING, SPECIAL -> word(field.text(), false);
            };
            note(mask);
        }
        if (prefix != null) {
            throw DateTimeFailure.badFormat();
        }
        if (special != null) {
            return;
        }
        validateDate();
        applyMeridian();
        if ((seen & DATE) != DATE) {
            throw DateTimeFailure.badFormat();
        }
        if (namedZone != null) {
            rejectDaylight();
            parts.zone = -offset(namedZone);
        } else if ((seen & ZONE) == 0) {
            rejectDaylight();
            parts.zone = -context.timeZone().offsetOfLocal(parts);
        }
    }

    /// A time of day; a date may stand beside it to find the offset of a zone.
    void decodeTimeOnly() {
        int count = fields.size();
        for (int i = 0; i < count; i++) {
            DateTimeField field = fields.get(i);
            int mask = switch (field.type()) {
                case DATE -> {
                    if (i == 0
                            && count >= 2
                            && (fields.get(count - 1).type() == DateTimeField.Type.DATE
                                    || fields.get(1).type() == DateTimeField.Type.TIME)) {
                        yield date(field.text());
                    }
                    if (DateTimeField.isDigit(field.text().charAt(0))) {
                        yield timeWithZone(field.text(), DATE);
                    }
                    namedZone = zoneNamed(field.text());
                    yield ZONE;
                }
                case TIME -> {
                    timePrefix();
                    yield clock(field.text());
                }
                case ZONE -> {
                    parts.zone = displacement(field.text());
                    yield ZONE;
                }
                case NUMBER -> timeNumber(field.text(), i);
                case STRING, SPECIAL -> word(field.text(), true);
            };
            note(mask);
        }
        if (prefix != null) {
            throw DateTimeFailure.badFormat();
        }
        validateDate();
        applyMeridian();
        if (timeOverflows()) {
            throw DateTimeFailure.fieldOverflow();
        }
        if ((seen & TIME) != TIME) {
            throw DateTimeFailure.badFormat();
        }
        if (namedZone != null && abbreviation != null) {
            rejectDaylight();
            assumeToday();
            parts.zone = -offset(namedZone);
        } else if (namedZone != null) {
            rejectDaylight();
            if (namedZone.rules().isFixedOffset()) {
                parts.zone = -namedZone.offsetAt(0);
            } else if ((seen & DATE) == DATE) {
                parts.zone = -namedZone.offsetOfLocal(parts);
            } else {
                throw DateTimeFailure.badFormat();
            }
        } else if ((seen & ZONE) == 0) {
            rejectDaylight();
            assumeToday();
            parts.zone = -context.timeZone().offsetOfLocal(parts);
        }
    }

    private void assumeToday() {
        if ((seen & DATE) == 0) {
            DateTimeParts now = now();
            parts.year = now.year;
            parts.month = now.month;
            parts.day = now.day;
        }
    }

    /// Seconds east.
    private int offset(PgTimeZone zone) {
        Integer named = abbreviation == null ? null : ZoneAbbreviations.offset(zone, abbreviation, parts);
        return named == null ? zone.offsetOfLocal(parts) : named;
    }

    private void rejectDaylight() {
        if ((seen & DAYLIGHT) != 0) {
            throw DateTimeFailure.badFormat();
        }
    }

    private void note(int mask) {
        if ((mask & seen) != 0) {
            throw DateTimeFailure.badFormat();
        }
        seen |= mask;
    }

    /// A `t` before a time is taken off.
    private void timePrefix() {
        if (prefix != null) {
            if (prefix != DateTokens.Unit.TIME) {
                throw DateTimeFailure.badFormat();
            }
            prefix = null;
        }
    }

    private int dateField(String text) {
        if (prefix == DateTokens.Unit.JULIAN) {
            int end = digits(text, 0);
            setJulian(integer(text.substring(0, end)));
            parts.zone = displacement(text.substring(end));
            prefix = null;
            return DATE | TIME | ZONE;
        }
        if (prefix != null || (seen & (MONTH | DAY)) == (MONTH | DAY)) {
            if (DateTimeField.isDigit(text.charAt(0)) || prefix != null) {
                timePrefix();
                return timeWithZone(text, 0);
            }
            namedZone = zoneNamed(text);
            return ZONE;
        }
        return date(text);
    }

    /// `hhmmss-zone`
    private int timeWithZone(String text, int assumed) {
        if ((seen & TIME) == TIME) {
            throw DateTimeFailure.badFormat();
        }
        int minus = text.indexOf('-');
        if (minus < 0) {
            throw DateTimeFailure.badFormat();
        }
        parts.zone = displacement(text.substring(minus));
        return concatenated(text.substring(0, minus), seen | assumed) | ZONE;
    }

    private static PgTimeZone zoneNamed(String text) {
        PgTimeZone zone = TimeZones.find(text);
        if (zone == null) {
            throw DateTimeFailure.badTimeZone(text);
        }
        return zone;
    }

    private int numberField(String text) {
        if (prefix != null) {
            return prefixedNumber(text, true);
        }
        int point = text.indexOf('.');
        if (point >= 0 && (seen & DATE) == 0) {
            return date(text);
        }
        if (point > 2) {
            return concatenated(text, seen);
        }
        if (text.length() >= 6 && ((seen & DATE) == 0 || (seen & TIME) == 0)) {
            return concatenated(text, seen);
        }
        return number(text, seen, textMonth);
    }

    private int timeNumber(String text, int index) {
        if (prefix != null) {
            return prefixedNumber(text, false);
        }
        int point = text.indexOf('.');
        if (point >= 0) {
            if (index == 0
                    && fields.size() >= 2
                    && fields.get(fields.size() - 1).type() == DateTimeField.Type.DATE) {
                return date(text);
            }
            if (point > 2) {
                return concatenated(text, seen | DATE);
            }
            throw DateTimeFailure.badFormat();
        }
        if (text.length() > 4) {
            return concatenated(text, seen | DATE);
        }
        return number(text, seen | DATE, false);
    }

    private int prefixedNumber(String text, boolean dated) {
        DateTokens.Unit unit = prefix;
        prefix = null;
        int end = digits(text, 0);
        int value = integer(text.substring(0, end));
        if (unit == DateTokens.Unit.JULIAN) {
            setJulian(value);
            if (end == text.length()) {
                return DATE;
            }
            parts.setTime((long) (fraction(text.substring(end)) * Calendar.MICROS_PER_DAY));
            return DATE | TIME;
        }
        if (unit == DateTokens.Unit.TIME) {
            int mask = concatenated(text, seen | DATE);
            if (mask != TIME) {
                throw DateTimeFailure.badFormat();
            }
            return mask;
        }
        throw DateTimeFailure.badFormat();
    }

    private void setJulian(int value) {
        parts.setDate(value);
        julian = true;
    }

    private int word(String text, boolean timeOnly) {
        TimeZoneAbbreviations.Entry entry = TimeZoneAbbreviations.find(text, context.timeZone());
        if (entry != null) {
            return abbreviated(entry, text);
        }
        DateTokens.Token token = DateTokens.special(text);
        if (token == null) {
            PgTimeZone zone = TimeZones.find(text);
            if (zone == null) {
                throw DateTimeFailure.badFormat();
            }
            namedZone = zone;
            return ZONE;
        }
        return switch (token.kind()) {
            case IGNORE -> 0;
            case RESERVED -> reserved(token.reserved(), timeOnly);
            case MONTH -> {
                if (timeOnly) {
                    throw DateTimeFailure.badFormat();
                }
                int mask = MONTH;
                // a numeric month before it was the day
                if ((seen & MONTH) != 0 && !textMonth && (seen & DAY) == 0 && parts.month >= 1 && parts.month <= 31) {
                    parts.day = parts.month;
                    mask = DAY;
                }
                textMonth = true;
                parts.month = token.value();
                yield mask;
            }
            case DAYLIGHT_MODIFIER -> {
                parts.zone -= token.value();
                parts.daylight = 1;
                yield DAYLIGHT;
            }
            case AM_PM -> {
                meridian = token.value();
                yield AM_PM;
            }
            case ERA -> {
                bc = token.value() == 1;
                yield ERA;
            }
            case DAY_OF_WEEK -> {
                if (timeOnly) {
                    throw DateTimeFailure.badFormat();
                }
                yield DAY_OF_WEEK;
            }
            case UNITS -> {
                if (prefix != null) {
                    throw DateTimeFailure.badFormat();
                }
                prefix = token.unit();
                yield 0;
            }
            case ISO_TIME -> {
                if (!timeOnly && (seen & DATE) != DATE || prefix != null) {
                    throw DateTimeFailure.badFormat();
                }
                prefix = DateTokens.Unit.TIME;
                yield 0;
            }
            case AGO -> throw DateTimeFailure.badFormat();
        };
    }

    private int abbreviated(TimeZoneAbbreviations.Entry entry, String text) {
        if (entry.zone() != null) {
            namedZone = entry.zone();
            abbreviation = text;
        } else {
            parts.zone = -entry.offset();
            parts.daylight = entry.daylight() ? 1 : 0;
        }
        return ZONE;
    }

    private int reserved(DateTokens.Reserved value, boolean timeOnly) {
        switch (value) {
            case NOW -> {
                DateTimeParts now = now();
                if (!timeOnly) {
                    parts.year = now.year;
                    parts.month = now.month;
                    parts.day = now.day;
                    parts.zone = now.zone;
                }
                parts.hour = now.hour;
                parts.minute = now.minute;
                parts.second = now.second;
                parts.micros = now.micros;
                return timeOnly ? TIME : DATE | TIME | ZONE;
            }
            case ZULU -> {
                parts.setTime(0);
                parts.zone = 0;
                return TIME | ZONE;
            }
            case YESTERDAY, TODAY, TOMORROW, EPOCH, LATE, EARLY -> {
                if (timeOnly) {
                    throw DateTimeFailure.badFormat();
                }
            }
        }
        return switch (value) {
            case YESTERDAY -> relativeDay(-1);
            case TODAY -> relativeDay(0);
            case TOMORROW -> relativeDay(1);
            default -> {
                special = value;
                yield DATE | TIME | ZONE;
            }
        };
    }

    private int relativeDay(int offset) {
        parts.setDate(now().julian() + offset);
        return DATE;
    }

    private DateTimeParts now() {
        return DateTimeParts.ofTimestampTz(context.transactionTimestamp(), context.timeZone());
    }

    /// Numbers and a month's name between any separators.
    private int date(String text) {
        int mask = 0;
        int i = 0;
        String[] words = new String[25];
        int count = 0;
        boolean month = false;
        while (i < text.length() && count < words.length) {
            while (i < text.length() && !DateTimeField.isAlnum(text.charAt(i))) {
                i++;
            }
            if (i == text.length()) {
                throw DateTimeFailure.badFormat();
            }
            int start = i;
            if (DateTimeField.isDigit(text.charAt(i))) {
                i = digits(text, i);
            } else {
                while (i < text.length() && DateTimeField.isAlpha(text.charAt(i))) {
                    i++;
                }
            }
            words[count++] = text.substring(start, i);
            if (i < text.length()) {
                i++;
            }
        }
        int known = seen;
        for (int w = 0; w < count; w++) {
            if (DateTimeField.isAlpha(words[w].charAt(0))) {
                DateTokens.Token token = DateTokens.special(words[w]);
                if (token != null && token.kind() == DateTokens.Kind.IGNORE) {
                    continue;
                }
                if (token == null || token.kind() != DateTokens.Kind.MONTH || (known & MONTH) != 0) {
                    throw DateTimeFailure.badFormat();
                }
                parts.month = token.value();
                month = true;
                known |= MONTH;
                mask |= MONTH;
                words[w] = "";
            }
        }
        for (int w = 0; w < count; w++) {
            if (words[w].isEmpty()) {
                continue;
            }
            int found = number(words[w], known, month);
            if ((known & found) != 0) {
                throw DateTimeFailure.badFormat();
            }
            known |= found;
            mask |= found;
        }
        if ((known & ~(DAY_OF_YEAR | ZONE) & (DATE | TIME | DAYLIGHT)) != DATE) {
            throw DateTimeFailure.badFormat();
        }
        return mask;
    }

    /// A number alone: which field it is follows from those known and from DateStyle.
    private int number(String text, int known, boolean monthNamed) {
        int end = digits(text, 0);
        if (end == 0) {
            throw DateTimeFailure.badFormat();
        }
        int value = integer(text.substring(0, end));
        if (end < text.length()) {
            if (text.charAt(end) != '.') {
                throw DateTimeFailure.badFormat();
            }
            if (end > 2) {
                return concatenated(text, known | DATE);
            }
            parts.micros = micros(text.substring(end));
        }
        int length = text.length();
        if (length == 3 && (known & DATE) == YEAR && value >= 1 && value <= 366) {
            dayOfYear = value;
            return DAY_OF_YEAR | MONTH | DAY;
        }
        DateStyle.Order order = context.dateStyle().order();
        boolean yearFirst = length >= 3 || order == DateStyle.Order.YMD;
        int mask;
        switch (known & DATE) {
            case 0 -> mask = yearFirst ? YEAR : order == DateStyle.Order.DMY ? DAY : MONTH;
            case YEAR -> mask = MONTH;
            case MONTH -> mask = monthNamed && yearFirst ? YEAR : DAY;
            case YEAR | MONTH -> {
                if (monthNamed && length >= 3 && twoDigitYear) {
                    // what was taken for the year was the day
                    parts.day = parts.year;
                    parts.year = value;
                    twoDigitYear = false;
                    return DAY;
                }
                mask = DAY;
            }
            case DAY -> mask = MONTH;
            case MONTH | DAY -> mask = YEAR;
            case DATE -> {
                return concatenated(text, known);
            }
            default -> throw DateTimeFailure.badFormat();
        }
        switch (mask) {
            case YEAR -> {
                parts.year = value;
                twoDigitYear = length <= 2;
            }
            case MONTH -> parts.month = value;
            default -> parts.day = value;
        }
        return mask;
    }

    /// `yyyymmdd`, `yymmdd`, `hhmmss[.f]`, `hhmm`
    private int concatenated(String text, int known) {
        String digits = text;
        int point = text.indexOf('.');
        if (point >= 0) {
            parts.micros =
                    point + 1 == text.length() ? 0 : (int) Math.rint(fraction(text.substring(point)) * 1_000_000);
            digits = text.substring(0, point);
        }
        int length = digits.length();
        if (digits(digits, 0) != length) {
            throw DateTimeFailure.badFormat();
        }
        if (point < 0 && (known & DATE) != DATE && length >= 6) {
            parts.day = integer(digits.substring(length - 2));
            parts.month = integer(digits.substring(length - 4, length - 2));
            parts.year = integer(digits.substring(0, length - 4));
            if (length == 6) {
                twoDigitYear = true;
            }
            return DATE;
        }
        if ((known & TIME) != TIME && (length == 6 || length == 4)) {
            parts.hour = integer(digits.substring(0, 2));
            parts.minute = integer(digits.substring(2, 4));
            parts.second = length == 6 ? integer(digits.substring(4)) : 0;
            return TIME;
        }
        throw DateTimeFailure.badFormat();
    }

    private int clock(String text) {
        long[] found = ClockText.parse(text, false);
        parts.hour = (int) Math.min(found[0], Integer.MAX_VALUE);
        parts.minute = (int) found[1];
        parts.second = (int) found[2];
        parts.micros = (int) found[3];
        return TIME;
    }

    /// `+hh[:mm[:ss]]` or `+hhmm`, as seconds west.
    static int displacement(String text) {
        if (text.isEmpty() || text.charAt(0) != '+' && text.charAt(0) != '-') {
            throw DateTimeFailure.badFormat();
        }
        int end = digits(text, 1);
        int hour;
        try {
            hour = integer(text.substring(1, end));
        } catch (DateTimeFailure overflow) {
            throw DateTimeFailure.displacementOverflow();
        }
        int minute = 0;
        int second = 0;
        if (end < text.length() && text.charAt(end) == ':') {
            int from = end + 1;
            end = digits(text, from);
            minute = integer(text.substring(from, end));
            if (end < text.length() && text.charAt(end) == ':') {
                from = end + 1;
                end = digits(text, from);
                second = integer(text.substring(from, end));
            }
        } else if (end == text.length() && text.length() > 3) {
            minute = hour % 100;
            hour = hour / 100;
        }
        if (hour > MAX_ZONE_HOUR || minute >= 60 || second >= 60) {
            throw DateTimeFailure.displacementOverflow();
        }
        if (end != text.length()) {
            throw DateTimeFailure.badFormat();
        }
        int seconds = (hour * 60 + minute) * 60 + second;
        return text.charAt(0) == '-' ? seconds : -seconds;
    }

    private void validateDate() {
        if ((seen & YEAR) != 0 && !julian) {
            if (bc) {
                if (parts.year <= 0) {
                    throw DateTimeFailure.fieldOverflow();
                }
                parts.year = 1 - parts.year;
            } else if (twoDigitYear) {
                parts.year += parts.year < 70 ? 2000 : parts.year < 100 ? 1900 : 0;
            } else if (parts.year <= 0) {
                throw DateTimeFailure.fieldOverflow();
            }
        }
        if ((seen & DAY_OF_YEAR) != 0) {
            parts.setDate(Calendar.date2j(parts.year, 1, 1) + dayOfYear - 1);
        }
        if ((seen & MONTH) != 0 && (parts.month < 1 || parts.month > 12)) {
            throw DateTimeFailure.monthDayOverflow();
        }
        if ((seen & DAY) != 0 && (parts.day < 1 || parts.day > 31)) {
            throw DateTimeFailure.monthDayOverflow();
        }
        if ((seen & DATE) == DATE && parts.day > Calendar.daysInMonth(parts.year, parts.month)) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    private void applyMeridian() {
        if (meridian == 0) {
            return;
        }
        if (parts.hour > 12) {
            throw DateTimeFailure.fieldOverflow();
        }
        if (meridian == 1 && parts.hour == 12) {
            parts.hour = 0;
        } else if (meridian == 2 && parts.hour != 12) {
            parts.hour += 12;
        }
    }

    private boolean timeOverflows() {
        return parts.hour > 24
                || parts.minute > 59
                || parts.second > 60
                || parts.micros > 1_000_000
                || parts.time() > Calendar.MICROS_PER_DAY;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && DateTimeField.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int integer(String digits) {
        try {
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    /// `.123` as a number.
    private static double fraction(String text) {
        return ClockText.fraction(text);
    }

    private static int micros(String text) {
        return (int) Math.rint(fraction(text) * 1_000_000);
    }
}
