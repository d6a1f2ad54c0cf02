package org.pgherd.semantics.datetime;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/// A time zone as `SET TimeZone` may name it: a tz database name, a POSIX specification or a fixed offset.
///
/// @param name as `SHOW TimeZone` gives it
public record PgTimeZone(String name, ZoneRules rules) {
    public static final PgTimeZone UTC = new PgTimeZone("UTC", ZoneOffset.UTC.getRules());
    public static final PgTimeZone GMT = new PgTimeZone("GMT", ZoneOffset.UTC.getRules());
}
