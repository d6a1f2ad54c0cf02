package org.pgherd.executor.expression;

import java.util.List;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.semantics.type.Carrier;

/// An expression as bytecode is written from it: types are carriers, and constants, call sites and evaluator trees are
/// numbers of slots. So expressions that differ in constants only are equal, and share a class.
sealed interface RowCode {
    Carrier carrier();

    /// A column of the outer or inner input.
    record Column(boolean inner, int index, Carrier carrier) implements RowCode {}

    /// A constant that is not NULL.
    record Constant(int slot, Carrier carrier) implements RowCode {}

    /// The constant NULL.
    record Null(Carrier carrier) implements RowCode {}

    /// A Param of kind EXTERN or EXEC.
    record Parameter(boolean exec, int number, Carrier carrier) implements RowCode {}

    /// What bytecode does not express: the slot holds an [Evaluator].
    record Tree(int slot, Carrier carrier) implements RowCode {}

    /// A call of the method of pg_proc row `oid`. `site` is the slot of its call site, -1 if the method takes none.
    record Call(int oid, int site, List<RowCode> args, Carrier carrier) implements RowCode {}

    /// The same value in another carrier: boxed or unboxed.
    record Recast(RowCode arg, Carrier carrier) implements RowCode {}

    /// AND and OR of three-valued logic.
    record Connective(boolean and, List<RowCode> args) implements RowCode {
        @Override
        public Carrier carrier() {
            return Carrier.BOOLEAN;
        }
    }

    /// Conditions that must all be true: the first that is not ends it (execExpr.c:ExecInitQual).
    record Quals(List<RowCode> args) implements RowCode {
        @Override
        public Carrier carrier() {
            return Carrier.BOOLEAN;
        }
    }

    /// NOT.
    record Not(RowCode arg) implements RowCode {
        @Override
        public Carrier carrier() {
            return Carrier.BOOLEAN;
        }
    }

    /// IS TRUE and its kin.
    record Test(BooleanTest.Kind kind, RowCode arg) implements RowCode {
        @Override
        public Carrier carrier() {
            return Carrier.BOOLEAN;
        }
    }

    /// IS NULL and IS NOT NULL of what is no row.
    record IsNull(boolean wanted, RowCode arg) implements RowCode {
        @Override
        public Carrier carrier() {
            return Carrier.BOOLEAN;
        }
    }

    /// CASE without a tested value.
    record Choice(List<RowCode> conditions, List<RowCode> results, RowCode orElse, Carrier carrier)
            implements RowCode {}

    /// Computes a value once; [Bound] of its number stands for it in `body`.
    record Bind(int number, RowCode value, RowCode body) implements RowCode {
        @Override
        public Carrier carrier() {
            return body.carrier();
        }
    }

    /// The value of a [Bind].
    record Bound(int number, Carrier carrier) implements RowCode {}

    /// COALESCE.
    record Coalesce(List<RowCode> args, Carrier carrier) implements RowCode {}

    /// NULLIF; `equal` compares the two bound numbers.
    record NullIf(int left, int right, RowCode equal, Carrier carrier) implements RowCode {}

    /// IS DISTINCT FROM over two bound numbers.
    record Distinct(int left, int right, RowCode equal) implements RowCode {
        @Override
        public Carrier carrier() {
            return Carrier.BOOLEAN;
        }
    }

    /// `scalar op ANY | ALL (list)`.
    record Quantified(int oid, int site, boolean any, RowCode scalar, RowCode list) implements RowCode {
        @Override
        public Carrier carrier() {
            return Carrier.BOOLEAN;
        }
    }

    /// GREATEST and LEAST of signed numbers.
    record Extreme(boolean greatest, List<RowCode> args, Carrier carrier) implements RowCode {}
}
