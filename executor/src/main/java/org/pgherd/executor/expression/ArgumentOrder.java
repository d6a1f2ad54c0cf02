package org.pgherd.executor.expression;

import java.util.regex.Pattern;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;

/// In which order a function's arguments are evaluated. PostgreSQL puts the body of a simple SQL function in place of
/// its
/// call (clauses.c:inline_function): `integer + date` has the body `RETURN ($2 + $1)`, so its second argument comes
/// first,
/// and of two errors the second's is seen.
final class ArgumentOrder {
    private static final Pattern SECOND_FIRST = Pattern.compile("RETURN [a-z_]*\\(\\$2\\W+\\$1\\)");

    private ArgumentOrder() {}

    /// Whether the second of two arguments is evaluated first.
    static boolean secondFirst(int function) {
        ProcRow row = BuiltinCatalog.instance().proc(function);
        return row != null
                && row.argCount() == 2
                && row.language().equals("sql")
                && SECOND_FIRST.matcher(row.source()).matches();
    }
}
