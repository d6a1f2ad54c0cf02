package org.pgherd.semantics.function.session;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;

/// nextval() and its kin, through the session's [org.pgherd.semantics.function.SequenceAccess] (sequence.c).
public final class SequenceFunctions {
    private SequenceFunctions() {}

    @PgFunction(oid = 1574)
    public static long nextval_oid(FunctionContext context, int sequence) {
        return context.sequences().nextval(sequence);
    }

    @PgFunction(oid = 1575)
    public static long currval_oid(FunctionContext context, int sequence) {
        return context.sequences().currval(sequence);
    }

    @PgFunction(oid = 2559)
    public static long lastval(FunctionContext context) {
        return context.sequences().lastval();
    }

    @PgFunction(oid = 1576)
    public static long setval_oid(FunctionContext context, int sequence, long value) {
        context.sequences().setval(sequence, value, true);
        return value;
    }

    @PgFunction(oid = 1765)
    public static long setval3_oid(FunctionContext context, int sequence, long value, boolean isCalled) {
        context.sequences().setval(sequence, value, isCalled);
        return value;
    }
}
