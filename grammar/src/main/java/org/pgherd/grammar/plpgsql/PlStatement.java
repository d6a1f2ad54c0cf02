package org.pgherd.grammar.plpgsql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A statement of PL/pgSQL; named as the structs of plpgsql.h.
public sealed interface PlStatement {
    /// In the body, from 1.
    int line();

    /// @param handlers null if there is no EXCEPTION clause
    record Block(
            @Nullable String label,
            List<Declaration> declarations,
            List<PlStatement> body,
            @Nullable List<Handler> handlers,
            int line)
            implements PlStatement {}

    /// `WHEN conditions THEN body`.
    record Handler(List<Condition> conditions, List<PlStatement> body, int line) {}

    /// A condition's name, or the five characters after SQLSTATE.
    record Condition(String name, boolean sqlState, Position at) {}

    /// @param text from the target to the end of the value
    record Assign(Target target, SqlFragment value, String text, int line) implements PlStatement {}

    /// @param branches IF and the ELSIFs
    record If(List<Branch> branches, @Nullable List<PlStatement> otherwise, int line) implements PlStatement {}

    record Branch(SqlFragment condition, List<PlStatement> body, int line) {}

    /// @param value null for a searched CASE; the conditions of the others are lists of expressions
    /// @param otherwise null if there is no ELSE
    record Case(
            @Nullable SqlFragment value,
            List<Branch> branches,
            @Nullable List<PlStatement> otherwise,
            int line) implements PlStatement {}

    record Loop(@Nullable String label, List<PlStatement> body, int line) implements PlStatement {}

    record While(@Nullable String label, SqlFragment condition, List<PlStatement> body, int line)
            implements PlStatement {}

    /// `FOR name IN [REVERSE] lower..upper [BY step]`.
    record ForInteger(
            @Nullable String label,
            String name,
            boolean reverse,
            SqlFragment lower,
            SqlFragment upper,
            @Nullable SqlFragment step,
            List<PlStatement> body,
            int line)
            implements PlStatement {}

    record ForQuery(@Nullable String label, List<Target> targets, SqlFragment query, List<PlStatement> body, int line)
            implements PlStatement {}

    record ForDynamic(
            @Nullable String label,
            List<Target> targets,
            SqlFragment query,
            List<SqlFragment> using,
            List<PlStatement> body,
            int line)
            implements PlStatement {}

    /// The target is a record of the loop's own.
    record ForCursor(
            @Nullable String label,
            String name,
            Target cursor,
            List<Argument> arguments,
            List<PlStatement> body,
            int line)
            implements PlStatement {}

    /// A cursor's argument; `name` is null if given by place.
    record Argument(@Nullable String name, SqlFragment value) {}

    /// `FOREACH targets [SLICE n] IN ARRAY array`.
    record ForEach(
            @Nullable String label,
            List<Target> targets,
            int slice,
            SqlFragment array,
            List<PlStatement> body,
            int line)
            implements PlStatement {}

    /// EXIT, or CONTINUE if `next`.
    record Exit(
            boolean next, @Nullable String label, @Nullable SqlFragment condition, Position at, int line)
            implements PlStatement {}

    record Return(@Nullable SqlFragment value, int line) implements PlStatement {}

    record ReturnNext(@Nullable SqlFragment value, int line) implements PlStatement {}

    record ReturnQuery(SqlFragment query, int line) implements PlStatement {}

    record ReturnQueryDynamic(SqlFragment query, List<SqlFragment> using, int line) implements PlStatement {}

    /// @param level DEBUG, LOG, INFO, NOTICE, WARNING, EXCEPTION
    /// @param condition a condition's name, or a SQLSTATE; null if none
    /// @param format null if none
    record Raise(
            String level,
            @Nullable Condition condition,
            @Nullable String format,
            List<SqlFragment> arguments,
            List<RaiseOption> options,
            int line)
            implements PlStatement {
        /// RAISE alone: raise again what the handler caught.
        public boolean isBare() {
            return condition == null && format == null && options.isEmpty();
        }
    }

    /// @param name upper case: MESSAGE, DETAIL, HINT, ERRCODE, COLUMN, CONSTRAINT, DATATYPE, TABLE, SCHEMA
    record RaiseOption(String name, SqlFragment value) {}

    record Assert(SqlFragment condition, @Nullable SqlFragment message, int line) implements PlStatement {}

    /// @param into null if there is no INTO
    record Sql(SqlFragment statement, @Nullable List<Target> into, boolean strict, int line) implements PlStatement {}

    record Execute(
            SqlFragment statement,
            List<SqlFragment> using,
            @Nullable List<Target> into,
            boolean strict,
            int line) implements PlStatement {}

    record Perform(SqlFragment expression, int line) implements PlStatement {}

    /// CALL and DO.
    record Call(SqlFragment statement, boolean isCall, int line) implements PlStatement {}

    /// @param query null for a bound cursor
    /// @param dynamic true if `query` is EXECUTE's
    record Open(
            Target cursor,
            List<Argument> arguments,
            @Nullable Boolean scroll,
            @Nullable SqlFragment query,
            boolean dynamic,
            List<SqlFragment> using,
            int line)
            implements PlStatement {}

    /// FETCH, or MOVE if `into` is null.
    ///
    /// @param count an expression, null for `all` or a constant
    record Fetch(
            Target cursor,
            Direction direction,
            long constant,
            @Nullable SqlFragment count,
            @Nullable List<Target> into,
            int line)
            implements PlStatement {}

    /// As FETCH has them.
    enum Direction {
        FORWARD,
        BACKWARD,
        ABSOLUTE,
        RELATIVE
    }

    record Close(Target cursor, int line) implements PlStatement {}

    record GetDiagnostics(boolean stacked, List<DiagnosticItem> items, int line) implements PlStatement {}

    /// @param name upper case, as ROW_COUNT
    record DiagnosticItem(Target target, String name) {}

    /// COMMIT, or ROLLBACK.
    record EndTransaction(boolean commit, boolean chain, int line) implements PlStatement {}

    record NullStatement(int line) implements PlStatement {}
}
