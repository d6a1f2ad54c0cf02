package org.pgherd.semantics.function.datetime;

import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZoneAbbreviations;
import org.pgherd.semantics.datetime.TimeZones;
import org.pgherd.semantics.value.Text;

/// Time zones by the names that SQL gives: an abbreviation, else a zone's name (datetime.c:DecodeTimezoneName).
final class ZoneNames {
    private ZoneNames() {}

    static PgTimeZone lookup(Text name) {
        String text = name.toString();
        TimeZoneAbbreviations.Entry entry = TimeZoneAbbreviations.find(text.toLowerCase(Locale.ROOT), PgTimeZone.UTC);
        if (entry != null) {
            PgTimeZone dynamic = entry.zone();
            return dynamic != null ? dynamic : TimeZones.ofOffset(entry.offset());
        }
        PgTimeZone zone = TimeZones.find(text);
        if (zone == null && text.matches("[+-]\\d{1,2}(:\\d{2})?")) {
            // a POSIX specification without a name: positive is west
            return TimeZones.ofOffset(-offset(text));
        }
        if (zone == null) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + name + "\" not recognized");
        }
        return zone;
    }

    /// As make_timestamptz() takes it: also `+05`, `-03:30`.
    static PgTimeZone lookupNumericToo(Text name) {
        String text = name.toString();
        if (!text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            throw new SqlException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "invalid input syntax for type numeric time zone: \"" + text + "\"")
                    .withHint("Numeric time zones must have \"-\" or \"+\" as first character.");
        }
        if (text.matches("[+-]\\d{1,2}(:?\\d{2})?")) {
            int offset = offset(text);
            if (Math.abs(offset) >= 16 * 3600 || Math.abs(offset) / 60 % 60 > 59) {
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE, "numeric time zone \"" + text + "\" out of range");
            }
            return TimeZones.ofOffset(offset);
        }
        return lookup(name);
    }

    /// Seconds of `+hh`, `+hhmm` or `+hh:mm`.
    private static int offset(String text) {
        String digits = text.substring(1).replace(":", "");
        int split = digits.length() <= 2 ? digits.length() : digits.length() - 2;
        int hours = Integer.parseInt(digits.substring(0, split));
        int minutes = split == digits.length() ? 0 : Integer.parseInt(digits.substring(split));
        int seconds = hours * 3600 + minutes * 60;
        return text.charAt(0) == '-' ? -seconds : seconds;
    }
}
