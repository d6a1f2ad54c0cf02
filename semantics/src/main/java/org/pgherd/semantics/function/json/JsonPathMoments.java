package org.pgherd.semantics.function.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.Precision;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.datetime.DateTimeConversions;
import org.pgherd.semantics.function.format.MomentReader;
import org.pgherd.semantics.function.format.MomentReader.Moment;
import org.pgherd.semantics.jsonpath.PathItem;
import org.pgherd.semantics.jsonpath.PathItem.Kind;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.TimeTz;

/// datetime() and its kin: a string to a date or time, cast to the method's type (executeDateTimeMethod).
final class JsonPathMoments {
    private static final int MAX_PRECISION = 6;
    private static final List<String> PICTURES = List.of(
            "yyyy-mm-dd",
            "HH24:MI:SS.USTZ",
            "HH24:MI:SSTZ",
            "HH24:MI:SS.US",
            "HH24:MI:SS",
            "yyyy-mm-dd HH24:MI:SS.USTZ",
            "yyyy-mm-dd HH24:MI:SSTZ",
            "yyyy-mm-dd\"T\"HH24:MI:SS.USTZ",
            "yyyy-mm-dd\"T\"HH24:MI:SSTZ",
            "yyyy-mm-dd HH24:MI:SS.US",
            "yyyy-mm-dd HH24:MI:SS",
            "yyyy-mm-dd\"T\"HH24:MI:SS.US",
            "yyyy-mm-dd\"T\"HH24:MI:SS");

    private final FunctionContext context;
    private final JsonPathMethods methods;

    JsonPathMoments(FunctionContext context, JsonPathMethods methods) {
        this.context = context;
        this.methods = methods;
    }

    Object read(PathItem item, String text) {
        Kind kind = item.kind();
        if (kind == Kind.DATETIME && !item.arguments().isEmpty()) {
            try {
                Moment m =
                        MomentReader.read(context, text, item.argument(0).text().toString());
                return new PathMoment(m.typeOid(), m.value(), m.zone());
            } catch (SqlException e) {
                throw new PathFailure(e);
            }
        }
        @Nullable Integer precision = null;
        if (!item.arguments().isEmpty()) {
            precision = precision(item);
        }
        Moment moment = recognize(text);
        if (moment == null) {
            throw unrecognized(kind, text);
        }
        if (kind == Kind.DATETIME) {
            return new PathMoment(moment.typeOid(), moment.value(), moment.zone());
        }
        return cast(kind, moment, precision, text);
    }

    private static int precision(PathItem item) {
        try {
            return item.argument(0).number().toInt4();
        } catch (SqlException e) {
            throw new PathFailure(
                    SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION,
                    "time precision of jsonpath item method ." + item.kind().text
                            + "() is out of range for type integer");
        }
    }

    private @Nullable Moment recognize(String text) {
        for (String picture : PICTURES) {
            try {
                return MomentReader.read(context, text, picture);
            } catch (SqlException e) {
                // the next picture may fit
            }
        }
        return null;
    }

    private static PathFailure unrecognized(Kind kind, String text) {
        SqlException error = new SqlException(
                SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION,
                kind.text + " format is not recognized: \"" + text + "\"");
        return new PathFailure(
                kind == Kind.DATETIME
                        ? error.withHint("Use a datetime template argument to specify the input data format.")
                        : error);
    }

    private PathMoment cast(Kind kind, Moment m, @Nullable Integer precision, String text) {
        int from = m.typeOid();
        int digits = precision == null ? MAX_PRECISION : Math.min(precision, MAX_PRECISION);
        switch (kind) {
            case DATE -> {
                Integer date = switch (from) {
                    case TypeOids.DATE -> (Integer) m.value();
                    case TypeOids.TIMESTAMP -> DateTimeConversions.timestamp_date((Long) m.value());
                    case TypeOids.TIMESTAMPTZ -> {
                        methods.requireZone("timestamptz", "date");
                        yield DateTimeConversions.timestamptz_date(context, (Long) m.value());
                    }
                    default -> throw unrecognized(kind, text);
                };
                return new PathMoment(TypeOids.DATE, date, 0);
            }
            case TIME -> {
                Long time = switch (from) {
                    case TypeOids.TIME -> (Long) m.value();
                    case TypeOids.TIMETZ -> {
                        methods.requireZone("timetz", "time");
                        yield ((TimeTz) m.value()).micros();
                    }
                    case TypeOids.TIMESTAMP -> DateTimeConversions.timestamp_time((Long) m.value());
                    case TypeOids.TIMESTAMPTZ -> {
                        methods.requireZone("timestamptz", "time");
                        yield DateTimeConversions.timestamptz_time(context, (Long) m.value());
                    }
                    default -> throw unrecognized(kind, text);
                };
                return new PathMoment(
                        TypeOids.TIME, Precision.round(java.util.Objects.requireNonNull(time), digits), 0);
            }
            case TIME_TZ -> {
                TimeTz time = switch (from) {
                    case TypeOids.TIME -> {
                        methods.requireZone("time", "timetz");
                        yield DateTimeConversions.time_timetz(context, (Long) m.value());
                    }
                    case TypeOids.TIMETZ -> (TimeTz) m.value();
                    case TypeOids.TIMESTAMPTZ -> DateTimeConversions.timestamptz_timetz(context, (Long) m.value());
                    default -> throw unrecognized(kind, text);
                };
                return new PathMoment(
                        TypeOids.TIMETZ, Precision.round(java.util.Objects.requireNonNull(time), digits), 0);
            }
            case TIMESTAMP -> {
                long timestamp = switch (from) {
                    case TypeOids.DATE -> DateTimeConversions.date_timestamp((Integer) m.value());
                    case TypeOids.TIMESTAMP -> (Long) m.value();
                    case TypeOids.TIMESTAMPTZ -> {
                        methods.requireZone("timestamptz", "timestamp");
                        yield DateTimeConversions.timestamptz_timestamp(context, (Long) m.value());
                    }
                    default -> throw unrecognized(kind, text);
                };
                return new PathMoment(TypeOids.TIMESTAMP, Precision.round(timestamp, digits), 0);
            }
            default -> {
                return timestampTz(m, digits, text);
            }
        }
    }

    private PathMoment timestampTz(Moment m, int digits, String text) {
        long local;
        switch (m.typeOid()) {
            case TypeOids.DATE -> {
                methods.requireZone("date", "timestamptz");
                local = DateTimeConversions.date_timestamp((Integer) m.value());
            }
            case TypeOids.TIMESTAMP -> {
                methods.requireZone("timestamp", "timestamptz");
                local = (Long) m.value();
            }
            case TypeOids.TIMESTAMPTZ -> {
                return new PathMoment(TypeOids.TIMESTAMPTZ, Precision.round((long) (Long) m.value(), digits), m.zone());
            }
            default -> throw unrecognized(Kind.TIMESTAMP_TZ, text);
        }
        int zone = -context.timeZone().offsetOfLocal(DateTimeParts.ofTimestamp(local));
        return new PathMoment(
                TypeOids.TIMESTAMPTZ,
                Precision.round(DateTimeConversions.timestamp_timestamptz(context, local), digits),
                zone);
    }

    /// What becomes of a result that leaves the path.
    static Jsonb json(Object value) {
        return value instanceof PathMoment m
                ? new Jsonb.Str(org.pgherd.semantics.value.Text.of(m.text()))
                : (Jsonb) value;
    }
}
