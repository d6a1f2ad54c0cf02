package org.pgherd.semantics.datetime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words that date, time and interval input knows (datetime.c: datetktbl, deltatktbl). Only ten letters count.
final class DateTokens {
    /// What a word is.
    enum Kind {
        RESERVED,
        MONTH,
        DAY_OF_WEEK,
        AM_PM,
        ERA,
        DAYLIGHT_MODIFIER,
        UNITS,
        ISO_TIME,
        IGNORE,
        AGO
    }

    /// Units, and prefixes of numbers.
    enum Unit {
        MICROSECOND,
        MILLISECOND,
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        DECADE,
        CENTURY,
        MILLENNIUM,
        JULIAN,
        TIME,
        OTHER
    }

    /// Reserved words.
    enum Reserved {
        NOW,
        YESTERDAY,
        TODAY,
        TOMORROW,
        ZULU,
        EPOCH,
        LATE,
        EARLY
    }

    /// A word's meaning.
    ///
    /// @param value number of the month, day of the week, seconds...
    /// @param unit of units, else OTHER
    /// @param reserved of reserved words, else NOW
    record Token(Kind kind, int value, Unit unit, Reserved reserved) {}

    private static final int MAX_LENGTH = 10;
    private static final Map<String, Token> SPECIAL = new HashMap<>();
    private static final Map<String, Token> DELTA = new HashMap<>();

    static {
        reserved("-infinity", Reserved.EARLY);
        reserved("infinity", Reserved.LATE);
        reserved("+infinity", Reserved.LATE);
        reserved("allballs", Reserved.ZULU);
        reserved("epoch", Reserved.EPOCH);
        reserved("now", Reserved.NOW);
        reserved("today", Reserved.TODAY);
        reserved("tomorrow", Reserved.TOMORROW);
        reserved("yesterday", Reserved.YESTERDAY);
        all(SPECIAL, Kind.ERA, 0, "ad");
        all(SPECIAL, Kind.ERA, 1, "bc");
        all(SPECIAL, Kind.AM_PM, 1, "am");
        all(SPECIAL, Kind.AM_PM, 2, "pm");
        all(SPECIAL, Kind.IGNORE, 0, "at", "on");
        all(SPECIAL, Kind.DAYLIGHT_MODIFIER, 3600, "dst");
        all(SPECIAL, Kind.ISO_TIME, 0, "t");
        String[] months = {
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december"
        };
        for (int i = 0; i < months.length; i++) {
            all(SPECIAL, Kind.MONTH, i + 1, months[i].split(" "));
        }
        String[] days = {
            "sun sunday",
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday"
        };
        for (int i = 0; i < days.length; i++) {
            all(SPECIAL, Kind.DAY_OF_WEEK, i, days[i].split(" "));
        }
        units(SPECIAL, Unit.DAY, "d");
        units(SPECIAL, Unit.HOUR, "h");
        units(SPECIAL, Unit.JULIAN, "j", "jd", "julian");
        units(SPECIAL, Unit.MONTH, "m");
        units(SPECIAL, Unit.MINUTE, "mm");
        units(SPECIAL, Unit.SECOND, "s");
        units(SPECIAL, Unit.YEAR, "y");
        units(SPECIAL, Unit.OTHER, "dow", "doy", "isodow", "isoyear");

        all(DELTA, Kind.AGO, 0, "ago");
        units(DELTA, Unit.CENTURY, "c", "cent", "centuries", "century");
        units(DELTA, Unit.DAY, "d", "day", "days");
        units(DELTA, Unit.DECADE, "dec", "decade", "decades", "decs");
        units(DELTA, Unit.HOUR, "h", "hour", "hours", "hr", "hrs");
        units(DELTA, Unit.MINUTE, "m", "min", "mins", "minute", "minutes");
        units(DELTA, Unit.MICROSECOND, "microsecon", "us", "usec", "usecond", "useconds", "usecs");
        units(DELTA, Unit.MILLENNIUM, "mil", "millennia", "millennium", "mils");
        units(DELTA, Unit.MILLISECOND, "millisecon", "ms", "msec", "msecond", "mseconds", "msecs");
        units(DELTA, Unit.MONTH, "mon", "mons", "month", "months");
        units(DELTA, Unit.QUARTER, "qtr", "quarter");
        units(DELTA, Unit.SECOND, "s", "sec", "second", "seconds", "secs");
        units(DELTA, Unit.OTHER, "timezone", "timezone_h", "timezone_m");
        units(DELTA, Unit.WEEK, "w", "week", "weeks");
        units(DELTA, Unit.YEAR, "y", "year", "years", "yr", "yrs");
    }

    private DateTokens() {}

    private static void reserved(String word, Reserved value) {
        SPECIAL.put(word, new Token(Kind.RESERVED, 0, Unit.OTHER, value));
    }

    private static void units(Map<String, Token> table, Unit unit, String... words) {
        for (String word : words) {
            table.put(word, new Token(Kind.UNITS, 0, unit, Reserved.NOW));
        }
    }

    private static void all(Map<String, Token> table, Kind kind, int value, String... words) {
        for (String word : words) {
            table.put(word, new Token(kind, value, Unit.OTHER, Reserved.NOW));
        }
    }

    private static String key(String word) {
        return word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word;
    }

    /// A word of dates and times, in lower case; null if there is none.
    static @Nullable Token special(String word) {
        return SPECIAL.get(key(word));
    }

    /// A word of intervals.
    static @Nullable Token delta(String word) {
        return DELTA.get(key(word));
    }
}
