package org.pgherd.semantics.function.datetime;

import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.NamedZone;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZoneAbbreviations;
import org.pgherd.semantics.datetime.TimeZones;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Text;

/// Time zones by the names that SQL gives: an abbreviation, else a zone's name (datetime.c:DecodeTimezoneName).
final class ZoneNames {
    private static final int MAX_HOUR = 15;

    private ZoneNames() {}

    static NamedZone lookup(FunctionContext context, Text name) {
        String text = name.toString();
        TimeZoneAbbreviations.Entry entry =
                TimeZoneAbbreviations.find(text.toLowerCase(Locale.ROOT), context.timeZone());
        if (entry != null) {
            PgTimeZone dynamic = entry.zone();
            return dynamic != null
                    ? dynamic == context.timeZone()
                            ? NamedZone.ofAbbreviation(dynamic, text)
                            : new NamedZone(dynamic, text)
                    : new NamedZone(TimeZones.ofOffset(entry.offset()), null);
        }
        PgTimeZone zone = TimeZones.find(text);
        if (zone == null && text.matches("[+-]\\d{1,2}(:\\d{2})?")) {
            // a POSIX specification without a name: positive is west
            zone = TimeZones.ofOffset(-new Numeric(text).east());
        }
        if (zone == null) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + name + "\" not recognized");
        }
        return new NamedZone(zone, null);
    }

    /// As make_timestamptz() takes it: also `+05`, `-03:30`.
    static NamedZone lookupNumericToo(FunctionContext context, Text name) {
        String text = name.toString();
        if (!text.isEmpty() && isDigit(text, 0)) {
            throw new SqlException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "invalid input syntax for type numeric time zone: \"" + text + "\"")
                    .withHint("Numeric time zones must have \"-\" or \"+\" as first character.");
        }
        if (text.isEmpty() || text.charAt(0) != '+' && text.charAt(0) != '-') {
            return lookup(context, name);
        }
        Numeric numeric = new Numeric(text);
        if (!numeric.isInRange()) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "numeric time zone \"" + text + "\" out of range");
        }
        return numeric.atEnd() ? new NamedZone(TimeZones.ofOffset(numeric.east()), null) : lookup(context, name);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /// `+h`, `+hmm`, `+h:m`, `+h:m:s`, with any number of digits (datetime.c:DecodeTimezone).
    private static final class Numeric {
        private final String text;
        private int at = 1;
        private long hours;
        private long minutes;
        private long seconds;

        Numeric(String text) {
            this.text = text;
            hours = digits();
            if (follows()) {
                minutes = digits();
                if (follows()) {
                    seconds = digits();
                }
            } else if (atEnd() && text.length() > 3) {
                minutes = hours % 100;
                hours /= 100;
            }
        }

        private boolean follows() {
            boolean colon = at < text.length() && text.charAt(at) == ':';
            at += colon ? 1 : 0;
            return colon;
        }

        private long digits() {
            long value = 0;
            for (; isDigit(text, at); at++) {
                value = Math.min(value * 10 + text.charAt(at) - '0', Integer.MAX_VALUE);
            }
            return value;
        }

        boolean atEnd() {
            return at == text.length();
        }

        boolean isInRange() {
            return hours <= MAX_HOUR && minutes < 60 && seconds < 60;
        }

        int east() {
            int offset = (int) (hours * 3600 + minutes * 60 + seconds);
            return text.charAt(0) == '-' ? -offset : offset;
        }
    }
}
