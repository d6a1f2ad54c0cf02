package org.pgherd.analyzer.parse;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Which operator is meant, and its application (parse_oper.c).
final class OperatorResolution {
    private OperatorResolution() {}

    /// An infix operator; an error if there is none for the types.
    static OperatorRow infix(ParseState p, List<String> name, int left, int right, Position at) {
        OperatorRow row = findInfix(p, name, left, right, at);
        if (row == null) {
            throw missing(p, name, left, right, at);
        }
        return row;
    }

    /// An infix operator; null if there is none. Several equally good ones are an error.
    static @Nullable OperatorRow findInfix(ParseState p, List<String> name, int left, int right, Position at) {
        CatalogView c = p.catalog();
        checkSchema(c, name, at);
        List<OperatorRow> candidates = c.operators(schema(name), name.getLast(), 'b');
        int leftInput = left;
        int rightInput = right;
        // an exact match, unknowns taken as the other's type
        int exactLeft = left == TypeOids.UNKNOWN ? right : left;
        int exactRight = right == TypeOids.UNKNOWN ? left : right;
        OperatorRow exact = exact(candidates, exactLeft, exactRight);
        if (exact != null) {
            return exact;
        }
        if (left == TypeOids.UNKNOWN && right != TypeOids.UNKNOWN
                || right == TypeOids.UNKNOWN && left != TypeOids.UNKNOWN) {
            int base = c.baseType(exactLeft);
            if (base != exactLeft) {
                OperatorRow onBase = exact(candidates, base, base);
                if (onBase != null) {
                    return onBase;
                }
            }
        }
        return choose(
                p, candidates, name, new int[] {leftInput, rightInput}, row -> new int[] {row.left(), row.right()}, at);
    }

    static OperatorRow prefix(ParseState p, List<String> name, int right, Position at) {
        CatalogView c = p.catalog();
        checkSchema(c, name, at);
        List<OperatorRow> candidates = c.operators(schema(name), name.getLast(), 'l');
        for (OperatorRow row : candidates) {
            if (row.right() == right) {
                return row;
            }
        }
        OperatorRow row = choose(p, candidates, name, new int[] {right}, r -> new int[] {r.right()}, at);
        if (row == null) {
            throw missing(p, name, 0, right, at);
        }
        return row;
    }

    private static @Nullable OperatorRow choose(
            ParseState p,
            List<OperatorRow> candidates,
            List<String> name,
            int[] inputs,
            Function<OperatorRow, int[]> types,
            Position at) {
        CatalogView c = p.catalog();
        List<OperatorRow> fitting = CandidateSelection.matching(c, candidates, inputs, types);
        if (fitting.isEmpty()) {
            return null;
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        OperatorRow best = CandidateSelection.select(c, fitting, inputs, types);
        if (best == null) {
            throw new SqlException(
                            SqlState.AMBIGUOUS_FUNCTION,
                            "operator is not unique: "
                                    + signature(p, name, inputs.length == 1 ? 0 : inputs[0], inputs[inputs.length - 1]),
                            at)
                    .withHint("Could not choose a best candidate operator. You might need to add explicit type casts.");
        }
        return best;
    }

    private static @Nullable OperatorRow exact(List<OperatorRow> candidates, int left, int right) {
        for (OperatorRow row : candidates) {
            if (row.left() == left && row.right() == right) {
                return row;
            }
        }
        return null;
    }

    private static void checkSchema(CatalogView c, List<String> name, Position at) {
        String schema = schema(name);
        if (schema != null && !c.hasSchema(schema)) {
            throw new SqlException(SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist", at);
        }
    }

    private static @Nullable String schema(List<String> name) {
        return name.size() > 1 ? name.get(name.size() - 2) : null;
    }

    private static String signature(ParseState p, List<String> name, int left, int right) {
        return (left == 0 ? "" : p.catalog().formatType(left) + " ") + String.join(".", name) + " "
                + p.catalog().formatType(right);
    }

    static SqlException missing(ParseState p, List<String> name, int left, int right, Position at) {
        String hint = left == 0 || right == 0
                ? "No operator matches the given name and argument type. You might need to add an explicit type cast."
                : "No operator matches the given name and argument types. You might need to add explicit type casts.";
        return new SqlException(
                        SqlState.UNDEFINED_FUNCTION, "operator does not exist: " + signature(p, name, left, right), at)
                .withHint(hint);
    }

    /// `left op right`, or `op right` (make_op).
    static Expr apply(
            ParseState p, List<String> name, @Nullable Expr left, Expr right, @Nullable Expr srfBefore, Position at) {
        CatalogView c = p.catalog();
        OperatorRow row = left == null
                ? prefix(p, name, right.type().oid(), at)
                : infix(p, name, left.type().oid(), right.type().oid(), at);
        if (row.functionOid() == 0) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION,
                    "operator is only a shell: " + signature(p, name, row.left(), row.right()),
                    at);
        }
        int[] actual = left == null
                ? new int[] {right.type().oid()}
                : new int[] {left.type().oid(), right.type().oid()};
        int[] declared = left == null ? new int[] {row.right()} : new int[] {row.left(), row.right()};
        int result = PolymorphicTypes.enforce(c, actual, declared, row.result(), false);
        List<Expr> args = left == null
                ? List.of(FunctionCalls.argument(p, right, declared[0]))
                : List.of(FunctionCalls.argument(p, left, declared[0]), FunctionCalls.argument(p, right, declared[1]));
        ProcRow function = c.catalog().proc(row.functionOid());
        boolean retset = function != null && function.returnsSet();
        OpExpr expr = new OpExpr(row.oid(), row.functionOid(), row.name(), args, retset, SqlType.of(result), 0, at);
        if (retset) {
            FunctionCalls.checkSetPlacement(p, srfBefore, at);
            p.lastSrf = expr;
        }
        return expr;
    }

    /// `left op ANY (array)` or ALL (make_scalar_array_op).
    static Expr applyToArray(ParseState p, List<String> name, boolean useOr, Expr left, Expr right, Position at) {
        CatalogView c = p.catalog();
        int leftType = left.type().oid();
        int arrayType = right.type().oid();
        int element;
        if (arrayType == TypeOids.UNKNOWN) {
            element = TypeOids.UNKNOWN;
        } else {
            element = c.baseElementType(arrayType);
            if (element == 0) {
                throw new SqlException(
                        SqlState.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires array on right side", at);
            }
        }
        OperatorRow row = infix(p, name, leftType, element, at);
        int[] actual = {leftType, element};
        int[] declared = {row.left(), row.right()};
        int result = PolymorphicTypes.enforce(c, actual, declared, row.result(), false);
        if (result != TypeOids.BOOL) {
            throw new SqlException(
                    SqlState.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires operator to yield boolean", at);
        }
        ProcRow function = c.catalog().proc(row.functionOid());
        if (function != null && function.returnsSet()) {
            throw new SqlException(
                    SqlState.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires operator not to return a set", at);
        }
        int declaredArray;
        if (PolymorphicTypes.isPolymorphic(row.right()) && declared[1] == element) {
            declaredArray = arrayType;
        } else {
            declaredArray = c.arrayType(declared[1]);
            if (declaredArray == 0) {
                throw new SqlException(
                        SqlState.UNDEFINED_OBJECT,
                        "could not find array type for data type " + c.formatType(declared[1]),
                        at);
            }
        }
        return new ScalarArrayOpExpr(
                row.oid(),
                row.functionOid(),
                row.name(),
                useOr,
                List.of(FunctionCalls.argument(p, left, declared[0]), FunctionCalls.argument(p, right, declaredArray)),
                0,
                at);
    }
}
