package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// What an expression sees while it runs: the current rows, and what the nodes around it supply.
/// Reused from row to row by its owner; not shared between threads.
public final class RowFrame {
    private static final Batch NO_COLUMNS = new Batch(1);

    public final EvaluationContext context;
    /// The only or left input's batch and row.
    public Batch outer = NO_COLUMNS;
    public int outerRow;
    /// The right input's.
    public Batch inner = NO_COLUMNS;
    public int innerRow;
    /// What CaseTestExpr stands for.
    @Nullable
    Object caseValue;
    /// What CoerceToDomainValue stands for.
    @Nullable
    Object domainValue;
    /// A subquery's row under test: what Params of kind SUBLINK stand for.
    @Nullable
    Object[] subLinkRow = {};

    public RowFrame(EvaluationContext context) {
        this.context = context;
    }

    public RowFrame at(Batch batch, int row) {
        outer = batch;
        outerRow = row;
        return this;
    }
}
