package org.pgherd.executor.expression;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.type.SqlType;

/// The default btree order of a type over boxed values that are not NULL.
public interface ValueOrder {
    int compare(EvaluationContext context, Object left, Object right);

    static ValueOrder of(SqlType type, int collation) {
        BuiltinCatalog catalog = BuiltinCatalog.instance();
        int function = catalog.operatorClasses().comparisonFunction(type.oid(), catalog);
        if (function == 0) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION, "could not identify a comparison function for type " + type.oid());
        }
        Calls.Invocation compare =
                Calls.invocation(function, CallSite.of(SqlType.INT4, type, type).withInputCollation(collation));
        return (context, left, right) -> {
            Object result = compare.call(context, left, right);
            if (result == null) {
                throw new AssertionError("comparison gave NULL");
            }
            return (Integer) result;
        };
    }

    static ValueOrder of(SqlType left, SqlType right, int collation) {
        return of(left, collation);
    }
}
