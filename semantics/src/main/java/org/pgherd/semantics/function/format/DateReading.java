package org.pgherd.semantics.function.format;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.Precision;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// to_date() and to_timestamp() (formatting.c).
public final class DateReading {
    private DateReading() {}

    private static DateFields fields(FunctionContext context, Text text, Text format) {
        return DateReader.read(DatePicture.parse(format.toString()), text.toString(), context.timeZone(), false);
    }

    @PgFunction(oid = 1780)
    public static int to_date(FunctionContext context, Text text, Text format) {
        DateTimeParts p = fields(context, text, format).resolve();
        if (Calendar.isValidJulian(p.year, p.month, p.day)) {
            int date = p.julian() - Calendar.J2000;
            if (Calendar.isValidDate(date)) {
                return date;
            }
        }
        throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range: \"" + text + "\"");
    }

    @PgFunction(oid = 1778)
    public static long to_timestamp(FunctionContext context, Text text, Text format) {
        DateFields fields = fields(context, text, format);
        DateTimeParts p = fields.resolve();
        p.zone = fields.hasZone() ? fields.zoneWest(p) : -context.timeZone().offsetOfLocal(p);
        long instant = p.toTimestampTz();
        if (instant == Long.MIN_VALUE) {
            throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "timestamp out of range");
        }
        return fields.precision == 0 ? instant : Precision.round(instant, fields.precision);
    }
}
