package org.pgherd.executor.expression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.NextValue;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TimeTz;

/// CURRENT_DATE, CURRENT_USER and their kin; values of identity columns.
final class SessionValues {
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    /// Seconds from 1970-01-01 to 2000-01-01.
    private static final long EPOCH_2000 = 946_684_800L;

    private SessionValues() {}

    static Evaluator compile(SqlValueFunction expr) {
        int precision = expr.type().typmod();
        return switch (expr.op()) {
            case CURRENT_DATE -> frame -> (int) Math.floorDiv(local(frame), MICROS_PER_DAY);
            case CURRENT_TIME ->
                frame -> {
                    FunctionContext context = frame.context.functions();
                    long time = round(Math.floorMod(local(frame), MICROS_PER_DAY), precision);
                    return new TimeTz(time, -offsetSeconds(context, context.transactionTimestamp()));
                };
            case LOCALTIME -> frame -> round(Math.floorMod(local(frame), MICROS_PER_DAY), precision);
            case CURRENT_TIMESTAMP -> frame -> round(frame.context.functions().transactionTimestamp(), precision);
            case LOCALTIMESTAMP -> frame -> round(local(frame), precision);
            case CURRENT_ROLE, CURRENT_USER, USER ->
                frame -> Text.of(frame.context.functions().currentUser());
            case SESSION_USER -> frame -> Text.of(frame.context.functions().sessionUser());
            case CURRENT_CATALOG -> frame -> Text.of(frame.context.functions().currentDatabase());
            case CURRENT_SCHEMA -> frame -> text(frame.context.functions().currentSchema());
        };
    }

    private static @Nullable Text text(@Nullable String value) {
        return value == null ? null : Text.of(value);
    }

    /// The transaction's start as a local timestamp.
    private static long local(RowFrame frame) {
        FunctionContext context = frame.context.functions();
        long instant = context.transactionTimestamp();
        return instant + offsetSeconds(context, instant) * 1_000_000L;
    }

    private static int offsetSeconds(FunctionContext context, long micros) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L) + EPOCH_2000);
        return context.timeZone().rules().getOffset(instant).getTotalSeconds();
    }

    /// To `precision` digits of the second; -1 for all (timestamp.c:AdjustTimestampForTypmod).
    private static long round(long micros, int precision) {
        if (precision < 0 || precision >= 6) {
            return micros;
        }
        long unit = 1;
        for (int i = precision; i < 6; i++) {
            unit *= 10;
        }
        long half = unit / 2;
        return micros >= 0 ? (micros + half) / unit * unit : -((-micros + half) / unit * unit);
    }

    static Evaluator next(NextValue expr) {
        int sequence = expr.sequence();
        int type = expr.type().oid();
        return frame -> {
            long value = frame.context.functions().sequences().nextIdentity(sequence);
            return switch (type) {
                case TypeOids.INT2, TypeOids.INT4 -> (int) value;
                default -> value;
            };
        };
    }
}
