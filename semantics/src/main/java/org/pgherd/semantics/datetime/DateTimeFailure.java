package org.pgherd.semantics.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Why date or time text was not understood (DTERR_...); becomes an error once the whole text and the type are known.
final class DateTimeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What is wrong.
    enum Kind {
        BAD_FORMAT,
        FIELD_OVERFLOW,
        MONTH_DAY_OVERFLOW,
        INTERVAL_OVERFLOW,
        DISPLACEMENT_OVERFLOW,
        BAD_TIME_ZONE
    }

    private final transient Kind kind;
    private final transient @Nullable String zone;

    private DateTimeFailure(Kind kind, @Nullable String zone) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.zone = zone;
    }

    static DateTimeFailure badFormat() {
        return new DateTimeFailure(Kind.BAD_FORMAT, null);
    }

    static DateTimeFailure fieldOverflow() {
        return new DateTimeFailure(Kind.FIELD_OVERFLOW, null);
    }

    static DateTimeFailure monthDayOverflow() {
        return new DateTimeFailure(Kind.MONTH_DAY_OVERFLOW, null);
    }

    static DateTimeFailure displacementOverflow() {
        return new DateTimeFailure(Kind.DISPLACEMENT_OVERFLOW, null);
    }

    static DateTimeFailure badTimeZone(String name) {
        return new DateTimeFailure(Kind.BAD_TIME_ZONE, name);
    }

    Kind kind() {
        return kind;
    }

    SqlException toError(String text, String typeName) {
        return switch (kind) {
            case BAD_FORMAT ->
                new SqlException(
                        SqlState.INVALID_DATETIME_FORMAT,
                        "invalid input syntax for type " + typeName + ": \"" + text + "\"");
            case FIELD_OVERFLOW -> fieldOverflow(text);
            case MONTH_DAY_OVERFLOW ->
                fieldOverflow(text).withHint("Perhaps you need a different \"DateStyle\" setting.");
            case INTERVAL_OVERFLOW ->
                new SqlException(
                        SqlState.INTERVAL_FIELD_OVERFLOW, "interval field value out of range: \"" + text + "\"");
            case DISPLACEMENT_OVERFLOW ->
                new SqlException(
                        SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
                        "time zone displacement out of range: \"" + text + "\"");
            case BAD_TIME_ZONE ->
                new SqlException(SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + zone + "\" not recognized");
        };
    }

    private static SqlException fieldOverflow(String text) {
        return new SqlException(
                SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range: \"" + text + "\"");
    }
}
