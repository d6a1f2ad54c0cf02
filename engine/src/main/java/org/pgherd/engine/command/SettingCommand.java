package org.pgherd.engine.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.session.SessionSettings;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DefElemAction;
import org.pgherd.grammar.ast.DiscardMode;
import org.pgherd.grammar.ast.DiscardStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.VariableSetKind;
import org.pgherd.grammar.ast.VariableSetStmt;

/// SET, RESET, DISCARD. The catalog shard carries the command out, with PostgreSQL's own checks; the value it
/// then shows
/// is what the other shards are given with the next statement that goes there.
final class SettingCommand {
    /// What belongs to the transaction and to no shard in particular.
    private static final Set<String> TRANSACTION_SETTINGS =
            Set.of("transaction_isolation", "transaction_read_only", "transaction_deferrable");

    private final SessionState session;
    private final Cursors cursors;

    SettingCommand(SessionState session, Cursors cursors) {
        this.session = session;
        this.cursors = cursors;
    }

    StatementResult set(VariableSetStmt statement, String sql) {
        String name = statement.name() == null ? "" : statement.name().toLowerCase(Locale.ROOT);
        if (statement.kind() == VariableSetKind.MULTI) {
            return modes(statement, name, sql);
        }
        if (TRANSACTION_SETTINGS.contains(name)) {
            return transactionSetting(statement, name, sql);
        }
        if (statement.kind() == VariableSetKind.VALUE && name.startsWith("pgherd.")) {
            SessionSettings.validate(name, value(statement));
        }
        if (statement.isLocal()
                && !session.transaction().inBlock()
                && !session.transaction().inImplicit()) {
            session.notice(Notice.warning(
                    SqlState.NO_ACTIVE_SQL_TRANSACTION, "SET LOCAL can only be used in transaction blocks"));
            session.catalogShard(false).command("BEGIN; " + sql + "; ROLLBACK");
            return new StatementResult.Command("SET");
        }
        ShardConnection shard = session.catalogShard(false);
        shard.command(sql);
        if (statement.kind() == VariableSetKind.RESET_ALL) {
            session.connections().resetAll();
        } else {
            String shown = TextRows.single(shard, "SELECT pg_catalog.current_setting(" + literal(name) + ", true)");
            boolean reset = statement.kind() == VariableSetKind.RESET || statement.kind() == VariableSetKind.DEFAULT;
            if (statement.isLocal()) {
                session.setLocally(name, shown);
            } else {
                session.setForSession(name, reset ? null : shown);
            }
        }
        session.settingsChanged();
        session.settings();
        return new StatementResult.Command(
                statement.kind() == VariableSetKind.RESET || statement.kind() == VariableSetKind.RESET_ALL
                        ? "RESET"
                        : "SET");
    }

    private static String value(VariableSetStmt statement) {
        return statement.args().size() == 1 && statement.args().getFirst() instanceof StringConst string
                ? string.sval()
                : "";
    }

    /// SET TRANSACTION, SET SESSION CHARACTERISTICS AS TRANSACTION, SET TRANSACTION SNAPSHOT.
    private StatementResult modes(VariableSetStmt statement, String name, String sql) {
        switch (name) {
            case "transaction" -> {
                if (!session.transaction().inBlock() && !session.transaction().inImplicit()) {
                    session.notice(Notice.warning(
                            SqlState.NO_ACTIVE_SQL_TRANSACTION,
                            "SET TRANSACTION can only be used in transaction blocks"));
                } else {
                    session.transaction().change(TransactionCommand.options(options(statement)));
                }
            }
            case "session characteristics" -> {
                ShardConnection shard = session.catalogShard(false);
                String ignored = shard.command(sql);
                for (DefElem mode : options(statement)) {
                    String setting = "default_" + mode.defname();
                    session.setForSession(
                            setting,
                            TextRows.single(shard, "SELECT pg_catalog.current_setting(" + literal(setting) + ")"));
                }
                session.settingsChanged();
                session.settings();
            }
            default ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "a snapshot of one shard is none of a herd", statement.at());
        }
        return new StatementResult.Command("SET");
    }

    private static List<DefElem> options(VariableSetStmt statement) {
        return statement.args().stream()
                .filter(DefElem.class::isInstance)
                .map(DefElem.class::cast)
                .toList();
    }

    /// As SET TRANSACTION with one mode, which any shard can check but for what has been asked before.
    private StatementResult transactionSetting(VariableSetStmt statement, String name, String sql) {
        HerdTransaction transaction = session.transaction();
        boolean mode = statement.kind() == VariableSetKind.VALUE
                && statement.args().size() == 1
                && statement.args().getFirst() instanceof Expr;
        if (mode && (transaction.inBlock() || transaction.inImplicit())) {
            DefElem given = new DefElem(null, name, statement.args().getFirst(), DefElemAction.UNSPEC, statement.at());
            transaction.change(TransactionCommand.options(List.of(given)));
        } else if (transaction.inBlock()) {
            transaction.run(session.allShards(), sql, false);
        } else {
            session.catalogShard(false).command(sql);
        }
        return new StatementResult.Command(statement.kind() == VariableSetKind.RESET ? "RESET" : "SET");
    }

    StatementResult discard(DiscardStmt statement, Runnable forgetPrepared) {
        if (statement.target() == DiscardMode.ALL && session.transaction().inBlock()) {
            throw new SqlException(
                    SqlState.ACTIVE_SQL_TRANSACTION, "DISCARD ALL cannot run inside a transaction block");
        }
        switch (statement.target()) {
            case ALL -> {
                cursors.closeAll();
                forgetPrepared.run();
                session.connections().discardAll();
                session.forgetTemporaryObjects();
            }
            case TEMP -> {
                session.catalogShard(true).command("DISCARD TEMP");
                session.definitionsChanged(true);
            }
            case PLANS -> session.connections().dropPrepared();
            case SEQUENCES -> session.catalogShard(false).command("DISCARD SEQUENCES");
        }
        session.settingsChanged();
        return new StatementResult.Command("DISCARD " + statement.target());
    }

    static String literal(@Nullable String text) {
        if (text == null) {
            return "NULL";
        }
        boolean escapes = text.indexOf('\\') >= 0;
        return (escapes ? " E'" : "'") + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
