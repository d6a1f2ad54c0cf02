package org.pgherd.semantics.function.datetime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.codec.CharacterLimits;
import org.pgherd.semantics.value.Text;

/// The fields that extract() and date_trunc() name, under all their spellings (datetime.c:deltatktbl, datetktbl).
enum Field {
    MICROSECOND("us", "usec", "usecs", "useconds", "usecond", "microsecond", "microseconds"),
    MILLISECOND("ms", "msec", "msecs", "mseconds", "msecond", "millisecond", "milliseconds"),
    SECOND("s", "sec", "secs", "second", "seconds"),
    MINUTE("m", "min", "mins", "minute", "minutes"),
    HOUR("h", "hr", "hrs", "hour", "hours"),
    DAY("d", "day", "days"),
    WEEK("w", "week", "weeks"),
    MONTH("mon", "mons", "month", "months"),
    QUARTER("qtr", "quarter"),
    YEAR("y", "yr", "yrs", "year", "years"),
    DECADE("dec", "decs", "decade", "decades"),
    CENTURY("c", "cent", "century", "centuries"),
    MILLENNIUM("mil", "mils", "millennia", "millennium"),
    TIMEZONE("timezone"),
    TIMEZONE_HOUR("timezone_hour"),
    TIMEZONE_MINUTE("timezone_minute"),
    EPOCH("epoch"),
    JULIAN("j", "jd", "julian"),
    DOW("dow"),
    ISODOW("isodow"),
    ISOYEAR("isoyear"),
    DOY("doy");

    /// Keywords are compared up to this length.
    private static final int TOKEN_LENGTH = 10;

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            for (String name : field.names) {
                BY_NAME.put(cut(name), field);
            }
        }
        BY_NAME.put("mm", MINUTE);
        BY_NAME.put("yy", YEAR);
    }

    private final String[] names;

    Field(String... names) {
        this.names = names;
    }

    private static String cut(String name) {
        return name.length() > TOKEN_LENGTH ? name.substring(0, TOKEN_LENGTH) : name;
    }

    static @Nullable Field find(Text name) {
        return BY_NAME.get(cut(lower(name)));
    }

    /// @param type name of the type in messages
    static Field of(Text name, String type) {
        Field field = find(name);
        if (field == null) {
            throw notRecognized(name, type);
        }
        return field;
    }

    static SqlException notRecognized(Text name, String type) {
        return new SqlException(
                SqlState.INVALID_PARAMETER_VALUE, "unit \"" + lower(name) + "\" not recognized for type " + type);
    }

    static SqlException notSupported(Text name, String type) {
        return new SqlException(
                SqlState.FEATURE_NOT_SUPPORTED, "unit \"" + lower(name) + "\" not supported for type " + type);
    }

    /// As scansup.c:downcase_truncate_identifier.
    private static String lower(Text name) {
        return Identifiers.downcase(CharacterLimits.name(name).toString());
    }
}
