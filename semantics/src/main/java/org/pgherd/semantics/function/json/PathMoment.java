package org.pgherd.semantics.function.json;

import org.pgherd.semantics.datetime.DateTimeOutput;
import org.pgherd.semantics.datetime.TimeZones;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.TimeTz;

/// A date or time that a jsonpath method made of a string (jbvDatetime).
///
/// @param typeOid date, time, timetz, timestamp or timestamptz
/// @param value its carrier, boxed
/// @param zone seconds west of UTC in which a timestamptz is shown
record PathMoment(int typeOid, Object value, int zone) {
    String typeName() {
        return switch (typeOid) {
            case TypeOids.DATE -> "date";
            case TypeOids.TIME -> "time without time zone";
            case TypeOids.TIMETZ -> "time with time zone";
            case TypeOids.TIMESTAMP -> "timestamp without time zone";
            default -> "timestamp with time zone";
        };
    }

    /// As XSD writes it (json.c:JsonEncodeDateTime).
    String text() {
        return switch (typeOid) {
            case TypeOids.DATE -> DateTimeOutput.date((Integer) value, DateStyle.ISO_MDY);
            case TypeOids.TIME -> DateTimeOutput.time((Long) value);
            case TypeOids.TIMETZ -> withMinutes(DateTimeOutput.timeTz((TimeTz) value), "");
            case TypeOids.TIMESTAMP -> joined(DateTimeOutput.timestamp((Long) value, DateStyle.ISO_MDY));
            default -> {
                String text =
                        joined(DateTimeOutput.timestampTz((Long) value, TimeZones.ofOffset(-zone), DateStyle.ISO_MDY));
                boolean beforeChrist = text.endsWith(" BC");
                yield withMinutes(
                        beforeChrist ? text.substring(0, text.length() - 3) : text, beforeChrist ? " BC" : "");
            }
        };
    }

    private static String joined(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank) + "T" + text.substring(blank + 1);
    }

    private static String withMinutes(String text, String era) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        return (text.length() - sign == 3 ? text + ":00" : text) + era;
    }
}
