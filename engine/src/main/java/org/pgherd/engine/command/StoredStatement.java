package org.pgherd.engine.command;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.ResultColumn;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// A prepared statement under its name, with what pg_prepared_statements tells of it.
final class StoredStatement {
    /// Executions with a plan for the values given, before PostgreSQL considers one for any (plancache.c).
    private static final int CUSTOM_PLANS = 5;

    private final Prepared statement;
    private final String text;
    private final long prepared;
    private final boolean fromSql;
    private long genericPlans;
    private long customPlans;

    /// @param text the whole of what the client sent
    /// @param prepared when, in microseconds since 2000
    StoredStatement(Prepared statement, String text, long prepared, boolean fromSql) {
        this.statement = statement;
        this.text = text;
        this.prepared = prepared;
        this.fromSql = fromSql;
    }

    Prepared statement() {
        return statement;
    }

    /// Whether the plan is one for the values given.
    ///
    /// @param mode plan_cache_mode
    boolean executed(String mode) {
        boolean custom = statement.parameterTypes().length > 0
                && switch (mode) {
                    case "force_generic_plan" -> false;
                    case "force_custom_plan" -> true;
                    default -> customPlans < CUSTOM_PLANS;
                };
        if (custom) {
            customPlans++;
        } else {
            genericPlans++;
        }
        return custom;
    }

    @Nullable
    Object[] described(String name) {
        List<ResultColumn> columns = statement.columns();
        return new @Nullable Object[] {
            Text.of(name),
            Text.of(text),
            prepared,
            types(Arrays.stream(statement.parameterTypes()).boxed().toArray()),
            columns == null
                    ? null
                    : types(columns.stream().map(column -> column.type().oid()).toArray()),
            fromSql,
            genericPlans,
            customPlans
        };
    }

    private static PgArray types(Object[] oids) {
        return oids.length == 0 ? PgArray.empty(TypeOids.REGTYPE) : PgArray.of(TypeOids.REGTYPE, oids);
    }
}
