package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.DeallocateStmt;
import org.pgherd.grammar.ast.ExecuteStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.PrepareStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.shardplanner.plan.NestedLoop;

/// The session's named prepared statements: SQL's PREPARE, EXECUTE, DEALLOCATE (prepare.c), and the protocol's.
public final class PreparedStatements {
    private final Map<String, StoredStatement> statements = new LinkedHashMap<>();
    private final Session session;

    /// What of the session is needed here.
    public interface Session {
        Prepared prepare(String sql, int[] parameterTypes);

        PlannedQuery planOf(Prepared prepared);

        /// Of another statement made of it, planned as of when it was prepared.
        PlannedQuery plan(Prepared prepared, RawStmt raw, String sql, int[] parameterTypes);

        /// @param custom whether the plan is one for these values
        StatementResult execute(Prepared prepared, boolean custom, @Nullable Object[] values);

        /// Values of expressions, each coerced to a type.
        @Nullable
        Object[] evaluate(List<String> expressions, int[] types);

        /// Oids of type names.
        int[] types(List<String> names);

        /// plan_cache_mode.
        String planCacheMode();

        /// In microseconds since 2000.
        long now();
    }

    public PreparedStatements(Session session) {
        this.session = session;
    }

    StatementResult prepare(PrepareStmt statement, String source) {
        List<String> names = new ArrayList<>();
        statement
                .argtypes()
                .forEach(type ->
                        names.add(source.substring(type.at().start(), type.at().end())));
        // the same offsets as in the whole text, for positions in errors
        String text = " ".repeat(statement.query().at().start())
                + source.substring(
                        statement.query().at().start(), statement.query().at().end());
        Prepared prepared = session.prepare(text, session.types(names));
        // only now, as PostgreSQL does: what is wrong with the statement itself comes first
        if (statements.containsKey(statement.name())) {
            throw new SqlException(
                    SqlState.DUPLICATE_PSTATEMENT, "prepared statement \"" + statement.name() + "\" already exists");
        }
        statements.put(statement.name(), new StoredStatement(prepared, source, session.now(), true));
        return new StatementResult.Command("PREPARE");
    }

    private StoredStatement required(String name) {
        StoredStatement known = statements.get(name);
        if (known == null) {
            throw new SqlException(
                    SqlState.INVALID_SQL_STATEMENT_NAME, "prepared statement \"" + name + "\" does not exist");
        }
        return known;
    }

    StatementResult execute(ExecuteStmt statement, String source) {
        StoredStatement stored = required(statement.name());
        @Nullable Object[] values = values(statement, source);
        return session.execute(stored.statement(), countExecution(stored), values);
    }

    /// Whether the plan is one for the values. There is none for any values where PostgreSQL has none.
    private boolean countExecution(StoredStatement stored) {
        boolean custom = stored.executed(session.planCacheMode());
        if (!custom
                && stored.statement().parameterTypes().length > 0
                && session.planOf(stored.statement()).needsValues()) {
            throw NestedLoop.fullJoinUnsupported();
        }
        return custom;
    }

    /// The arguments of an EXECUTE, coerced to the parameters' types.
    @Nullable
    Object[] values(ExecuteStmt statement, String source) {
        Prepared known = required(statement.name()).statement();
        int wanted = known.parameterTypes().length;
        if (statement.params().size() != wanted) {
            throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "wrong number of parameters for prepared statement \"" + statement.name() + "\"")
                    .withDetail("Expected " + wanted + " parameters but got "
                            + statement.params().size() + ".");
        }
        List<String> expressions = new ArrayList<>();
        for (Expr expression : statement.params()) {
            expressions.add(
                    source.substring(expression.at().start(), expression.at().end()));
        }
        return wanted == 0 ? new Object[0] : session.evaluate(expressions, known.parameterTypes());
    }

    @Nullable
    Object[] evaluate(List<String> expressions, int[] types) {
        return session.evaluate(expressions, types);
    }

    StatementResult deallocate(DeallocateStmt statement) {
        String name = statement.name();
        if (name == null) {
            statements.clear();
            return new StatementResult.Command("DEALLOCATE ALL");
        }
        required(name);
        statements.remove(name);
        return new StatementResult.Command("DEALLOCATE");
    }

    /// Its plan, for EXPLAIN or CREATE TABLE AS, which counts as an execution.
    PlannedQuery planOf(ExecuteStmt statement) {
        StoredStatement stored = required(statement.name());
        countExecution(stored);
        return session.planOf(stored.statement());
    }

    /// The plan of a statement that has the prepared one within.
    PlannedQuery plan(ExecuteStmt statement, RawStmt raw, String sql, int[] parameterTypes) {
        return session.plan(required(statement.name()).statement(), raw, sql, parameterTypes);
    }

    String textOf(ExecuteStmt statement) {
        return required(statement.name()).statement().sql();
    }

    int[] parameterTypesOf(ExecuteStmt statement) {
        return required(statement.name()).statement().parameterTypes();
    }

    @Nullable
    List<ResultColumn> columnsOf(ExecuteStmt statement) {
        return required(statement.name()).statement().columns();
    }

    public void store(String name, Prepared statement) {
        statements.put(name, new StoredStatement(statement, statement.sql(), session.now(), false));
    }

    public @Nullable Prepared find(String name) {
        StoredStatement stored = statements.get(name);
        return stored == null ? null : stored.statement();
    }

    /// The rows of pg_prepared_statement().
    public List<@Nullable Object[]> described() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        statements.forEach((name, stored) -> {
            if (!name.isEmpty()) {
                rows.add(stored.described(name));
            }
        });
        return rows;
    }

    public void forget(String name) {
        statements.remove(name);
    }

    public void clear() {
        statements.clear();
    }
}
