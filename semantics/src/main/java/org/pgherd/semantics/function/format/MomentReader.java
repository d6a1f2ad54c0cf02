package org.pgherd.semantics.function.format;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.Precision;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.TimeTz;

/// A date or time of the type that the picture's fields make, read as the SQL standard wants it
/// (formatting.c:parse_datetime).
public final class MomentReader {
    private static final String SEPARATORS = "-./,':; ";

    /// @param zone seconds west of UTC of a timestamptz
    public record Moment(int typeOid, Object value, int zone) {}

    private MomentReader() {}

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_DATETIME_FORMAT, message);
    }

    public static Moment read(FunctionContext context, String text, String picture) {
        List<DatePicture.Node> nodes = DatePicture.parse(picture);
        boolean dated = false;
        boolean timed = false;
        boolean zoned = false;
        for (DatePicture.Node node : nodes) {
            if (!node.isKey()) {
                if (!node.quoted() && SEPARATORS.indexOf(node.literal()) < 0) {
                    throw invalid("invalid datetime format separator: \"" + node.literal() + "\"");
                }
                continue;
            }
            switch (node.key().toUpperCase(Locale.ROOT)) {
                case "FX" -> {}
                case "TZ", "OF", "TZH", "TZM" -> zoned = true;
                case "A.M.",
                        "P.M.",
                        "AM",
                        "PM",
                        "HH",
                        "HH12",
                        "HH24",
                        "MI",
                        "SS",
                        "MS",
                        "US",
                        "FF1",
                        "FF2",
                        "FF3",
                        "FF4",
                        "FF5",
                        "FF6",
                        "SSSS",
                        "SSSSS" -> timed = true;
                default -> dated = true;
            }
        }
        DateFields fields = DateReader.read(nodes, text, context.timeZone(), true);
        DateTimeParts p = fields.resolve();
        if (dated) {
            return timed ? timestamp(fields, p, zoned) : date(p, zoned, text);
        }
        if (!timed) {
            throw invalid("datetime format is not dated and not timed");
        }
        long time = rounded(p.time(), fields);
        if (!zoned) {
            return new Moment(TypeOids.TIME, time, 0);
        }
        if (!fields.hasZone()) {
            throw invalid("missing time zone in input string for type timetz");
        }
        return new Moment(TypeOids.TIMETZ, new TimeTz(time, fields.zoneWest(p)), 0);
    }

    private static long rounded(long micros, DateFields fields) {
        return fields.precision == 0 ? micros : Precision.round(micros, fields.precision);
    }

    private static Moment timestamp(DateFields fields, DateTimeParts p, boolean zoned) {
        if (zoned && !fields.hasZone()) {
            throw invalid("missing time zone in input string for type timestamptz");
        }
        p.zone = zoned ? fields.zoneWest(p) : 0;
        long value = p.toTimestampTz();
        if (value == Long.MIN_VALUE) {
            throw new SqlException(
                    SqlState.DATETIME_VALUE_OUT_OF_RANGE, (zoned ? "timestamptz" : "timestamp") + " out of range");
        }
        return new Moment(zoned ? TypeOids.TIMESTAMPTZ : TypeOids.TIMESTAMP, rounded(value, fields), p.zone);
    }

    private static Moment date(DateTimeParts p, boolean zoned, String text) {
        if (zoned) {
            throw invalid("datetime format is zoned but not timed");
        }
        @Nullable
        Integer date =
                Calendar.isValidJulian(p.year, p.month, p.day) ? Integer.valueOf(p.julian() - Calendar.J2000) : null;
        if (date == null || !Calendar.isValidDate(date)) {
            throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range: \"" + text + "\"");
        }
        return new Moment(TypeOids.DATE, date, 0);
    }
}
