package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.RowIterator;

/// A call of a routine that is not Java and gives a set.
final class RoutineSetCall implements Calls.SetEvaluator {
    private final int oid;
    private final CallSite site;
    private final Evaluator[] arguments;
    private final boolean ofScalars;

    RoutineSetCall(int oid, CallSite site, Evaluator[] arguments) {
        this.oid = oid;
        this.site = site;
        this.arguments = arguments;
        TypeRow type = BuiltinCatalog.instance().type(site.resultType().oid());
        this.ofScalars =
                type != null && type.kind() == 'b' && site.resultColumns().isEmpty();
    }

    @Override
    public RowIterator evaluate(RowFrame frame) {
        @Nullable Object[] values = Calls.evaluateAll(arguments, frame);
        RememberedResults remembered = ofScalars ? frame.context.remembered(this, oid) : null;
        return remembered == null ? call(frame, values) : remembered.rows(values, () -> call(frame, values));
    }

    private RowIterator call(RowFrame frame, @Nullable Object[] values) {
        return frame.context.routines().callSet(oid, frame.context.functions(), site, values);
    }
}
