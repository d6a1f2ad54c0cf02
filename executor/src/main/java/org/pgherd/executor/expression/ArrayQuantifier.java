package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.PgArray;

/// `x op ANY (array)` and `x op ALL (array)`. Transplants execExprInterp.c:ExecEvalScalarArrayOp.
final class ArrayQuantifier {
    private ArrayQuantifier() {}

    static Evaluator compile(ScalarArrayOpExpr expr, ExpressionCompiler compiler) {
        SqlType scalarType = expr.args().get(0).type();
        SqlType arrayType = expr.args().get(1).type();
        TypeRow row = BuiltinCatalog.instance().type(arrayType.oid());
        SqlType elementType = SqlType.of(row == null ? scalarType.oid() : row.elementOid());
        Calls.Invocation operator = Calls.invocation(
                expr.opFuncId(),
                CallSite.of(SqlType.BOOL, scalarType, elementType).withInputCollation(expr.inputCollation()));
        boolean strict = isStrict(expr.opFuncId());
        Evaluator scalar = compiler.compile(expr.args().get(0));
        Evaluator list = compiler.compile(expr.args().get(1));
        boolean any = expr.useOr();
        return frame -> evaluate(frame, operator, strict, any, scalar.evaluate(frame), (PgArray) list.evaluate(frame));
    }

    private static boolean isStrict(int function) {
        var row = BuiltinCatalog.instance().proc(function);
        return row == null || row.strict();
    }

    private static @Nullable Object evaluate(
            RowFrame frame,
            Calls.Invocation operator,
            boolean strict,
            boolean any,
            @Nullable Object value,
            @Nullable PgArray array) {
        if (array == null) {
            return null;
        }
        if (array.size() == 0) {
            return !any;
        }
        if (value == null && strict) {
            return null;
        }
        boolean sawNull = false;
        for (@Nullable Object element : array.elements()) {
            Object result = element == null && strict ? null : operator.call(frame.context, value, element);
            if (result == null) {
                sawNull = true;
            } else if ((Boolean) result == any) {
                return any;
            }
        }
        return sawNull ? null : !any;
    }
}
