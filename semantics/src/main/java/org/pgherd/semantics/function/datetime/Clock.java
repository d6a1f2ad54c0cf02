package org.pgherd.semantics.function.datetime;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;

/// What time it is for the session.
public final class Clock {
    private Clock() {}

    @PgFunction(oid = {1299, 2647})
    public static long now(FunctionContext context) {
        return context.transactionTimestamp();
    }

    @PgFunction(oid = 2648)
    public static long statement_timestamp(FunctionContext context) {
        return context.statementTimestamp();
    }

    @PgFunction(oid = 2649)
    public static long clock_timestamp(FunctionContext context) {
        return context.clockTimestamp();
    }

    /// CURRENT_DATE.
    public static int today(FunctionContext context) {
        return DateTimeConversions.timestamptz_date(context, context.transactionTimestamp());
    }
}
