package org.pgherd.engine.command;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TransactionStmt;

/// BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their kin (xact.c, utility.c: T_TransactionStmt).
final class TransactionCommand {
    private final SessionState session;
    private final Cursors cursors;

    TransactionCommand(SessionState session, Cursors cursors) {
        this.session = session;
        this.cursors = cursors;
    }

    StatementResult run(TransactionStmt statement) {
        HerdTransaction transaction = session.transaction();
        return switch (statement.kind()) {
            case BEGIN, START -> begin(statement, transaction);
            case COMMIT -> commit(statement, transaction);
            case ROLLBACK -> rollback(statement, transaction);
            case SAVEPOINT -> {
                transaction.savepoint(name(statement));
                cursors.savepoint(name(statement));
                yield new StatementResult.Command("SAVEPOINT");
            }
            case RELEASE -> {
                transaction.release(name(statement));
                yield new StatementResult.Command("RELEASE");
            }
            case ROLLBACK_TO -> {
                transaction.rollbackTo(name(statement));
                cursors.rollbackTo(name(statement));
                session.partlyRolledBack();
                yield new StatementResult.Command("ROLLBACK");
            }
            case PREPARE -> prepare(statement, transaction);
            case COMMIT_PREPARED, ROLLBACK_PREPARED -> throw noPrepared(statement);
        };
    }

    private static SqlException noPrepared(TransactionStmt statement) {
        return new SqlException(
                SqlState.FEATURE_NOT_SUPPORTED,
                "prepared transactions of clients are not supported by a herd",
                statement.at());
    }

    /// Refused, after PostgreSQL has had its say; the transaction is over in any case (PrepareTransaction of xact.c).
    private StatementResult prepare(TransactionStmt statement, HerdTransaction transaction) {
        if (!transaction.inBlock()) {
            session.notice(Notice.warning(SqlState.NO_ACTIVE_SQL_TRANSACTION, "there is no transaction in progress"));
            return new StatementResult.Command("ROLLBACK");
        }
        boolean failed = transaction.isFailed();
        try {
            if (!failed) {
                transaction.tryPrepare(CatalogLoader.CATALOG_SHARD);
                throw noPrepared(statement);
            }
        } finally {
            cursors.transactionEnded();
            transaction.rollback();
            session.transactionEnded(false);
        }
        return new StatementResult.Command("ROLLBACK");
    }

    private static String name(TransactionStmt statement) {
        return String.valueOf(statement.savepointName());
    }

    private StatementResult begin(TransactionStmt statement, HerdTransaction transaction) {
        if (transaction.inBlock()) {
            transaction.requireNotFailed();
            session.notice(
                    Notice.warning(SqlState.ACTIVE_SQL_TRANSACTION, "there is already a transaction in progress"));
        } else {
            transaction.begin(options(statement.options()));
        }
        return new StatementResult.Command(
                statement.kind() == org.pgherd.grammar.ast.TransactionStmtKind.START ? "START TRANSACTION" : "BEGIN");
    }

    private StatementResult commit(TransactionStmt statement, HerdTransaction transaction) {
        TransactionOptions options = transaction.options();
        if (!transaction.inBlock()) {
            requireBlockForChain(statement, "COMMIT AND CHAIN");
            session.notice(Notice.warning(SqlState.NO_ACTIVE_SQL_TRANSACTION, "there is no transaction in progress"));
        }
        if (!transaction.isFailed()) {
            cursors.holdOver();
        }
        boolean committed = false;
        try {
            committed = transaction.commit();
        } finally {
            cursors.transactionEnded();
            session.transactionEnded(committed);
        }
        if (statement.chain()) {
            transaction.begin(options);
        }
        return new StatementResult.Command(committed ? "COMMIT" : "ROLLBACK");
    }

    private StatementResult rollback(TransactionStmt statement, HerdTransaction transaction) {
        TransactionOptions options = transaction.options();
        if (!transaction.inBlock()) {
            requireBlockForChain(statement, "ROLLBACK AND CHAIN");
            session.notice(Notice.warning(SqlState.NO_ACTIVE_SQL_TRANSACTION, "there is no transaction in progress"));
        }
        cursors.transactionEnded();
        transaction.rollback();
        session.transactionEnded(false);
        if (statement.chain()) {
            transaction.begin(options);
        }
        return new StatementResult.Command("ROLLBACK");
    }

    private static void requireBlockForChain(TransactionStmt statement, String command) {
        if (statement.chain()) {
            throw new SqlException(
                    SqlState.NO_ACTIVE_SQL_TRANSACTION, command + " can only be used in transaction blocks");
        }
    }

    /// The modes of BEGIN and of SET TRANSACTION.
    static TransactionOptions options(List<DefElem> modes) {
        TransactionOptions.@Nullable Isolation isolation = null;
        Boolean readOnly = null;
        Boolean deferrable = null;
        for (DefElem mode : modes) {
            switch (mode.defname()) {
                case "transaction_isolation" -> isolation = isolation(mode);
                case "transaction_read_only" -> readOnly = truth(mode);
                case "transaction_deferrable" -> deferrable = truth(mode);
                default -> throw new AssertionError(mode.defname());
            }
        }
        return new TransactionOptions(isolation, readOnly, deferrable);
    }

    private static TransactionOptions.Isolation isolation(DefElem mode) {
        String text = mode.arg() instanceof StringConst string ? string.sval() : "";
        for (TransactionOptions.Isolation level : TransactionOptions.Isolation.values()) {
            if (level.name().replace('_', ' ').equalsIgnoreCase(text)) {
                return level;
            }
        }
        throw new SqlException(
                SqlState.INVALID_PARAMETER_VALUE,
                "invalid value for parameter \"transaction_isolation\": \"" + text + "\"");
    }

    /// As parse_bool of bool.c reads it.
    private static boolean truth(DefElem mode) {
        return switch (mode.arg()) {
            case BooleanConst b -> b.boolval();
            case IntegerConst i when i.ival() == 0 || i.ival() == 1 -> i.ival() == 1;
            case StringConst s -> {
                String word = s.sval().toLowerCase(Locale.ROOT);
                boolean yes = word.length() > 0 && ("true".startsWith(word) || "yes".startsWith(word))
                        || word.equals("on")
                        || word.equals("1");
                boolean no = word.length() > 0 && ("false".startsWith(word) || "no".startsWith(word))
                        || word.equals("off")
                        || word.equals("of")
                        || word.equals("0");
                if (!yes && !no) {
                    throw noBoolean(mode);
                }
                yield yes;
            }
            case null -> true;
            default -> throw noBoolean(mode);
        };
    }

    private static SqlException noBoolean(DefElem mode) {
        return new SqlException(
                SqlState.INVALID_PARAMETER_VALUE, "parameter \"" + mode.defname() + "\" requires a Boolean value");
    }
}
