package org.pgherd.semantics.datetime;

/// A date and time of day taken apart (struct pg_tm). Year 0 is 1 BC.
public final class DateTimeParts {
    public int year;
    public int month;
    public int day;
    public int hour;
    public int minute;
    public int second;
    /// 0..999999
    public int micros;
    /// Seconds west of UTC.
    public int zone;
    /// 1 daylight saving, 0 standard time, -1 not known.
    public int daylight = -1;

    /// Of a local timestamp that is not infinite (timestamp2tm without a zone).
    public static DateTimeParts ofTimestamp(long timestamp) {
        DateTimeParts p = new DateTimeParts();
        long days = Math.floorDiv(timestamp, Calendar.MICROS_PER_DAY);
        p.setDate((int) (days + Calendar.J2000));
        p.setTime(timestamp - days * Calendar.MICROS_PER_DAY);
        return p;
    }

    /// Of an instant as the zone's clocks show it.
    public static DateTimeParts ofTimestampTz(long timestamp, PgTimeZone zone) {
        int offset = zone.offsetAt(timestamp);
        DateTimeParts p = ofTimestamp(timestamp + offset * Calendar.MICROS_PER_SECOND);
        p.zone = -offset;
        p.daylight = zone.isDaylightAt(timestamp) ? 1 : 0;
        return p;
    }

    public void setDate(int julian) {
        long date = Calendar.j2date(julian);
        year = Calendar.year(date);
        month = Calendar.month(date);
        day = Calendar.day(date);
    }

    /// Microseconds of a day.
    public void setTime(long time) {
        long rest = time;
        hour = (int) (rest / Calendar.MICROS_PER_HOUR);
        rest -= hour * Calendar.MICROS_PER_HOUR;
        minute = (int) (rest / Calendar.MICROS_PER_MINUTE);
        rest -= minute * Calendar.MICROS_PER_MINUTE;
        second = (int) (rest / Calendar.MICROS_PER_SECOND);
        micros = (int) (rest - second * Calendar.MICROS_PER_SECOND);
    }

    public int julian() {
        return Calendar.date2j(year, month, day);
    }

    /// Microseconds since midnight.
    public long time() {
        return ((hour * 60L + minute) * 60 + second) * Calendar.MICROS_PER_SECOND + micros;
    }

    /// The local timestamp (tm2timestamp); Long.MIN_VALUE if it is out of range.
    public long toTimestamp() {
        if (!Calendar.isValidJulian(year, month, day)) {
            return Long.MIN_VALUE;
        }
        long days = julian() - (long) Calendar.J2000;
        long high = Math.multiplyHigh(days, Calendar.MICROS_PER_DAY);
        long low = days * Calendar.MICROS_PER_DAY;
        if (high != low >> 63) {
            return Long.MIN_VALUE;
        }
        long sum = low + time();
        if (((low ^ sum) & (time() ^ sum)) < 0) {
            return Long.MIN_VALUE;
        }
        return sum;
    }

    /// The instant, `zone` taken off; Long.MIN_VALUE if it is out of range.
    public long toTimestampTz() {
        long local = toTimestamp();
        if (local == Long.MIN_VALUE) {
            return local;
        }
        long instant = local + zone * Calendar.MICROS_PER_SECOND;
        return Calendar.isValidTimestamp(instant) ? instant : Long.MIN_VALUE;
    }
}
