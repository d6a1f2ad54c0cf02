package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;

/// A call of a routine that is not Java.
final class RoutineCall implements Evaluator {
    private final int oid;
    private final CallSite site;
    private final Evaluator[] arguments;

    RoutineCall(int oid, CallSite site, Evaluator[] arguments) {
        this.oid = oid;
        this.site = site;
        this.arguments = arguments;
    }

    @Override
    public @Nullable Object evaluate(RowFrame frame) {
        @Nullable Object[] values = Calls.evaluateAll(arguments, frame);
        RememberedResults remembered = frame.context.remembered(this, oid);
        return remembered == null ? call(frame, values) : remembered.get(values, () -> call(frame, values));
    }

    private @Nullable Object call(RowFrame frame, @Nullable Object[] values) {
        return frame.context.routines().call(oid, frame.context.functions(), site, values);
    }
}
