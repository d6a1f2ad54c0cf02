package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.PgArray;

/// Casts that are not functions.
final class Coercions {
    private Coercions() {}

    /// Output function of the one type, input function of the other.
    static Evaluator viaText(CoerceViaIO expr, Evaluator arg) {
        int from = expr.arg().type().oid();
        int to = expr.type().oid();
        return frame -> {
            Object value = arg.evaluate(frame);
            if (value == null) {
                return null;
            }
            EvaluationContext context = frame.context;
            String text = context.codec(from).encodeText(value, context.functions());
            return context.codec(to).input(text, -1, context.functions());
        };
    }

    static Evaluator elementwise(ArrayCoerceExpr expr, Evaluator arg, Evaluator element) {
        SqlType type = expr.type();
        return frame -> {
            PgArray array = (PgArray) arg.evaluate(frame);
            if (array == null) {
                return null;
            }
            Object around = frame.caseValue;
            @Nullable Object[] elements = new Object[array.size()];
            try {
                for (int i = 0; i < elements.length; i++) {
                    frame.caseValue = array.get(i);
                    elements[i] = element.evaluate(frame);
                }
            } finally {
                frame.caseValue = around;
            }
            return new PgArray(elementOid(frame, type.oid()), array.dims(), array.lowerBounds(), elements);
        };
    }

    /// Of an array type.
    static int elementOid(RowFrame frame, int arrayOid) {
        TypeRow row = BuiltinCatalog.instance().type(arrayOid);
        if (row == null) {
            row = frame.context.functions().types().type(arrayOid);
        }
        return row == null ? 0 : row.elementOid();
    }

    static Evaluator toDomain(CoerceToDomain expr, Evaluator arg) {
        SqlType domain = expr.type();
        return frame -> {
            Object value = arg.evaluate(frame);
            frame.context.checkDomain(domain, value);
            return value;
        };
    }
}
