package org.pgherd.executor.expression;

import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.type.SqlType;

/// The default btree order of a type over boxed values that are not NULL. Of users' types it is known only to a
/// session.
interface ValueOrder {
    int compare(EvaluationContext context, Object left, Object right);

    static ValueOrder of(SqlType type, int collation) {
        Ordering builtIn = Orderings.find(type.oid(), collation, BuiltinCatalog.instance());
        if (builtIn != null) {
            return (context, left, right) -> builtIn.compare(left, right);
        }
        return (context, left, right) ->
                Orderings.of(type.oid(), collation, context.functions().types()).compare(left, right);
    }
}
