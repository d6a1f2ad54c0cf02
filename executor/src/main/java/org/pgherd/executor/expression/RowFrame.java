package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
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

    /// The error that a loop over a batch ended with. The rows before [#failedRow] are done and come first, as where
    /// rows
    /// are computed one by one.
    @Nullable
    SqlException failure;

    int failedRow;

    public RowFrame(EvaluationContext context) {
        this.context = context;
    }

    /// Whether the last loop over a batch ended before its last row.
    public boolean hasFailed() {
        return failure != null;
    }

    /// How many rows the failed loop has done.
    public int doneRows() {
        return failedRow;
    }

    /// Throws the error of the last loop over a batch, once, if there was one.
    public void throwFailure() {
        SqlException error = failure;
        if (error != null) {
            failure = null;
            throw error;
        }
    }

    /// Forgets the error of the last loop.
    public void clearFailure() {
        failure = null;
    }

    public RowFrame at(Batch batch, int row) {
        outer = batch;
        outerRow = row;
        return this;
    }
}
