package org.pgherd.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.ResultColumn;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.PortableText;

/// A prepared statement of a session. Planned when it is made, and again when the definitions or settings that
/// its plan
/// depends on have changed.
final class PreparedQuery implements Prepared {
    private String sql;
    private @Nullable RawStmt statement;
    private final int[] parameterTypes;
    private final @Nullable List<ResultColumn> columns;
    private @Nullable PlannedQuery plan;
    private long settingsVersion;
    private final long prepared;
    private @Nullable BoundStatement bound;

    /// @param statement null for an empty query
    /// @param plan null for statements that are not planned
    /// @param prepared when, in microseconds since 2000: what 'now' means in it
    /// @param bound if the plan was known before: what `statement` and `plan` are of, with its literals' values
    PreparedQuery(
            String sql,
            @Nullable RawStmt statement,
            int[] parameterTypes,
            @Nullable List<ResultColumn> columns,
            @Nullable PlannedQuery plan,
            long settingsVersion,
            long prepared,
            @Nullable BoundStatement bound) {
        this.sql = sql;
        this.statement = statement;
        this.parameterTypes = parameterTypes;
        this.columns = columns;
        this.plan = plan;
        this.settingsVersion = settingsVersion;
        this.prepared = prepared;
        this.bound = bound;
    }

    long prepared() {
        return prepared;
    }

    @Nullable
    BoundStatement bound() {
        return bound;
    }

    /// The tree of the text itself, now that the plan found for it no longer holds.
    RawStmt parsed(RawStmt known) {
        if (bound == null) {
            return known;
        }
        RawStmt own = SqlParser.parse(sql).getFirst();
        statement = own;
        plan = null;
        bound = null;
        return own;
    }

    /// The tree of the text with its strings written so that they mean the same whatever the lexical settings.
    RawStmt portable(RawStmt known) {
        String text = PortableText.of(sql, LexicalSettings.STANDARD).text();
        if (text.equals(sql)) {
            return known;
        }
        RawStmt own = SqlParser.parse(text).getFirst();
        sql = text;
        statement = own;
        plan = null;
        bound = null;
        return own;
    }

    @Override
    public String sql() {
        return sql;
    }

    @Nullable
    RawStmt statement() {
        return statement;
    }

    @Override
    public int[] parameterTypes() {
        return parameterTypes;
    }

    @Override
    public @Nullable List<ResultColumn> columns() {
        return columns;
    }

    /// The plan, if it still holds.
    @Nullable
    PlannedQuery plan(long catalogVersion, long settings) {
        PlannedQuery known = plan;
        return known != null && known.catalogVersion() == catalogVersion && settingsVersion == settings ? known : null;
    }

    void replan(PlannedQuery made, long settings) {
        plan = made;
        settingsVersion = settings;
    }
}
