package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.CreateTrigStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.TriggerBits;
import org.pgherd.grammar.ast.TriggerTransition;

/// A [CreateTrigStmt] while it is read.
public final class TriggerDraft {
    public boolean constraint;
    public String name = "";
    public int timing;
    private int events;
    public final List<String> columns = new ArrayList<>();
    public @Nullable RangeVar relation;
    private @Nullable RangeVar from;
    public final List<TriggerTransition> transitions = new ArrayList<>();
    public boolean row;
    public @Nullable Expr when;
    public List<String> function = List.of();
    public final List<String> args = new ArrayList<>();
    private boolean deferrable;
    private boolean deferred;

    public void event(NodeActions parser, int event) {
        if ((events & event) != 0) {
            // PostgreSQL has read one token more only where OF may follow
            throw event == TriggerBits.UPDATE
                    ? parser.yyerror("duplicate trigger events specified")
                    : parser.near("duplicate trigger events specified", parser.last());
        }
        events |= event;
    }

    /// A constraint trigger is AFTER and FOR EACH ROW; `word` must come next.
    public void constraintAfter(NodeActions parser, int word) {
        if (constraint && parser.getInputStream().LA(1) != word) {
            throw parser.yyerror("syntax error");
        }
    }

    /// FROM is for constraint triggers.
    public void mayRefer(NodeActions parser, Token from) {
        if (!constraint) {
            throw parser.syntaxError(from);
        }
    }

    /// Only constraint triggers have attributes of constraints.
    public void mayHaveAttributes(NodeActions parser) {
        if (!constraint) {
            switch (parser.getInputStream().LA(1)) {
                case PgSql.NOT, PgSql.NOT_LA, PgSql.DEFERRABLE, PgSql.INITIALLY, PgSql.NO, PgSql.ENFORCED ->
                    throw parser.yyerror("syntax error");
                default -> {}
            }
        }
    }

    public void from(RangeVar table) {
        from = table;
    }

    public void attributes(NodeActions parser, int bits, Token at) {
        if (bits == 0) {
            return;
        }
        if (!constraint) {
            throw parser.syntaxError(at);
        }
        if ((bits & 16) != 0) {
            throw unsupported("TRIGGER constraints cannot be marked NOT VALID", at);
        }
        if ((bits & 32) != 0) {
            throw unsupported("TRIGGER constraints cannot be marked NO INHERIT", at);
        }
        if ((bits & (64 | 128)) != 0) {
            throw unsupported(
                    "TRIGGER constraints cannot be marked " + ((bits & 64) != 0 ? "NOT ENFORCED" : "ENFORCED"), at);
        }
        deferrable = (bits & (2 | 8)) != 0;
        deferred = (bits & 8) != 0;
    }

    private static SqlException unsupported(String message, Token at) {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, NodeActions.startAt(at));
    }

    public CreateTrigStmt build(NodeActions parser, boolean replace, Position at) {
        RangeVar table = relation;
        if (table == null) {
            throw new AssertionError("trigger without a table");
        }
        if (constraint && replace) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "CREATE OR REPLACE CONSTRAINT TRIGGER is not supported",
                    new Position(at.start(), at.start()));
        }
        return new CreateTrigStmt(
                replace,
                constraint,
                name,
                table,
                function,
                args,
                row,
                timing,
                events,
                columns,
                when,
                transitions,
                deferrable,
                deferred,
                from,
                at);
    }
}
