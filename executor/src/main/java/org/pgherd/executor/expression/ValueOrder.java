package org.pgherd.executor.expression;

import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;

/// The default btree order of a type over boxed values that are not NULL. Of users' types it is known only to a
/// session.
interface ValueOrder {
    int compare(EvaluationContext context, Object left, Object right);

    static ValueOrder of(SqlType type, int collation) {
        Ordering builtIn = isEverywhereTheSame(collation)
                ? Orderings.find(type.oid(), collation, BuiltinCatalog.instance())
                : null;
        if (builtIn != null) {
            return (context, left, right) -> builtIn.compare(left, right);
        }
        return (context, left, right) ->
                Orderings.of(type.oid(), collation, context.functions().types()).compare(left, right);
    }

    /// Other collations are a server's own; the database's default is not the same in all herds either.
    private static boolean isEverywhereTheSame(int collation) {
        return collation == 0 || collation == Collations.C || collation == Collations.POSIX;
    }
}
