package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.ForeignKey;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.SessionSettings;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.sharding.Placement;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.engine.sharding.ShardDdl;
import org.pgherd.engine.sharding.TableDeclaration;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.CreateTrigStmt;
import org.pgherd.grammar.ast.DropOwnedStmt;
import org.pgherd.grammar.ast.DropStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.grammar.deparse.Deparser;

/// Definitions (CREATE, ALTER, DROP, GRANT...) are carried out by every shard alike, in one transaction over
/// all, so
/// that every shard has every object. New tables are then placed, and changed ones checked against their placement.
final class DefinitionCommand {
    private final SessionState session;

    DefinitionCommand(SessionState session) {
        this.session = session;
    }

    /// A body may name temporary objects, which only the catalog shard has; it checks it for all.
    private static final String UNCHECKED_BODY = "SET LOCAL check_function_bodies = off; ";

    StatementResult run(RawStmt raw, String source) {
        Statement statement = raw.stmt();
        boolean temporary = DefinitionTargets.isTemporary(statement, session);
        TableDeclaration declared =
                statement instanceof CreateStmt create ? TableDeclaration.of(create.options()) : null;
        String sql = statement instanceof CreateStmt create
                ? ShardDdl.withoutHerdOptions(source, raw.at().start(), raw.at().end(), create.options())
                : source.substring(raw.at().start(), raw.at().end());
        if (OutsideTransaction.isOutside(statement, session.view())) {
            return outside(sql, temporary);
        }
        return inTransaction(() -> {
            Set<Integer> before = placedTables();
            if (!temporary
                    && statement instanceof AlterTableStmt alter
                    && defaultDeclaration() instanceof TableDeclaration.Automatic) {
                new TableMove(session).gatherForeignKeys(alter);
            }
            NumberedRows numbered = new NumberedRows(session);
            if (!temporary && statement instanceof AlterTableStmt alter) {
                numbered.gather(alter);
            }
            String tag = broadcast(statement, sql, raw.at().start(), temporary);
            session.definitionsChanged(temporary);
            numbered.giveBack();
            if (!temporary && makesTables(statement)) {
                place(before, declared);
                if (defaultDeclaration() instanceof TableDeclaration.Automatic) {
                    new TableMove(session).makeEnforceable();
                }
            }
            if (!temporary && changesTables(statement)) {
                new TableMove(session).followDefinitions(defaultDeclaration());
                if (defaultDeclaration() instanceof TableDeclaration.Automatic) {
                    new TableMove(session).makeEnforceable();
                }
                requirePlacementsHold();
            }
            if (!temporary
                    && (makesTables(statement)
                            || changesTables(statement)
                            || statement instanceof CreateTrigStmt
                            || statement instanceof CreateFunctionStmt)
                    && defaultDeclaration() instanceof TableDeclaration.Automatic) {
                new TableMove(session).gatherTriggers();
            }
            if (statement instanceof DropStmt || statement instanceof DropOwnedStmt) {
                Broadcast.run(session, session.allShards(), PlacementWriter.FORGET_DROPPED, true);
            }
            return new StatementResult.Command(tag);
        });
    }

    /// An UPDATE of the shard key of a table with triggers for its rows: a row that moved would not be updated in their
    /// eyes. A table that was placed by itself goes to one shard before.
    void settle(UpdateStmt update) {
        Relation table = session.view()
                .relation(update.relation().schemaname(), update.relation().relname());
        if (table == null
                || session.transaction().isReadOnly()
                || table.triggers().stream().noneMatch(trigger -> trigger.enabled() && trigger.forEachRow())
                || !(session.snapshot().sharding().of(table.oid()) instanceof Distribution.Hash hash)
                || !(defaultDeclaration() instanceof TableDeclaration.Automatic)) {
            return;
        }
        String key = table.column(hash.attnum()).name();
        if (update.targetList().stream().anyMatch(target -> key.equals(target.name()))) {
            boolean ignored = inTransaction(() -> {
                new TableMove(session).gatherWhole(table);
                return true;
            });
        }
    }

    /// On the shards that the definition is for; what only the catalog shard knows the others are told otherwise.
    private String broadcast(Statement statement, String sql, int start, boolean temporary) {
        if (temporary && statement instanceof DropStmt drop) {
            DropStmt permanent = DefinitionTargets.permanent(drop, session);
            if (permanent != null) {
                return Broadcast.run(session, session.allShards(), sql, Deparser.sql(permanent), true);
            }
        }
        List<Integer> shards = DefinitionTargets.shards(temporary, session);
        String others = switch (statement) {
            case CreateFunctionStmt _ -> UNCHECKED_BODY + sql;
            case CreateStmt create when !temporary -> new TemporaryModels(session).written(create, sql, start);
            default -> sql;
        };
        return Broadcast.run(session, shards, sql, others, true);
    }

    /// In the open transaction, or one of its own over all shards.
    <T> T inTransaction(java.util.function.Supplier<T> action) {
        HerdTransaction transaction = session.transaction();
        boolean own = transaction.beginImplicit(TransactionOptions.DEFAULT);
        boolean good = false;
        try {
            T result = action.get();
            if (own) {
                transaction.endImplicit(true);
            }
            good = true;
            return result;
        } finally {
            if (own) {
                if (!good && transaction.enlistedShards().getCardinality() >= 0 && !transaction.inBlock()) {
                    endFailed(transaction);
                }
                session.transactionEnded(good);
            }
        }
    }

    private static void endFailed(HerdTransaction transaction) {
        if (transaction.inImplicit()) {
            transaction.endImplicit(false);
        }
    }

    private StatementResult outside(String sql, boolean temporary) {
        if (session.transaction().inBlock() || session.runsScript()) {
            // PostgreSQL itself refuses, in its own words for each command
            String tag = session.catalogShard(false).command(sql);
            return new StatementResult.Command(tag);
        }
        String tag = Broadcast.runOutside(session, DefinitionTargets.shards(temporary, session), sql);
        session.definitionsChanged(temporary);
        session.transactionEnded(true);
        return new StatementResult.Command(tag);
    }

    private static boolean makesTables(Statement statement) {
        return statement instanceof CreateStmt
                || statement instanceof org.pgherd.grammar.ast.CreateSchemaStmt
                || statement instanceof org.pgherd.grammar.ast.ImportForeignSchemaStmt;
    }

    private static boolean changesTables(Statement statement) {
        return statement instanceof org.pgherd.grammar.ast.AlterTableStmt
                || statement instanceof org.pgherd.grammar.ast.IndexStmt;
    }

    private Set<Integer> placedTables() {
        Set<Integer> known = new HashSet<>();
        for (Relation relation : session.snapshot().catalog().relations()) {
            known.add(relation.oid());
        }
        return known;
    }

    /// Places every table that was not there before.
    void place(Set<Integer> before, @Nullable TableDeclaration declared) {
        TableDeclaration declaration = declared != null ? declared : defaultDeclaration();
        List<Relation> made = new ArrayList<>();
        for (Relation relation : session.snapshot().catalog().relations()) {
            if (!before.contains(relation.oid()) && Placement.isPlaced(relation)) {
                made.add(relation);
            }
        }
        for (Relation table : made) {
            placeOne(table, declared, declaration);
        }
    }

    private void placeOne(Relation table, @Nullable TableDeclaration declared, TableDeclaration declaration) {
        if (!table.parents().isEmpty()) {
            if (declared != null) {
                throw new SqlException(
                        SqlState.INVALID_TABLE_DEFINITION,
                        "table \"" + table.name() + "\" lies where its parent lies and cannot be declared otherwise");
            }
            Distribution inherited =
                    session.snapshot().sharding().of(table.parents().getFirst());
            Relation parent =
                    session.snapshot().catalog().relation(table.parents().getFirst());
            if (parent == null) {
                throw new AssertionError("parent of " + table + " is not in the catalog");
            }
            write(table, new Placement.Decision(TableMove.sameKey(parent, table, inherited), null));
            if (defaultDeclaration() instanceof TableDeclaration.Automatic) {
                new TableMove(session).gatherParents(table);
            }
            new TableMove(session).requireOneHome(table);
            return;
        }
        Placement.Decision decision = new Placement(session.view(), session.snapshot()).decide(table, declaration);
        if (!(declaration instanceof TableDeclaration.Single)) {
            write(table, decision);
        }
    }

    private void write(Relation table, Placement.Decision decision) {
        for (String sql : PlacementWriter.statements(table, decision)) {
            Broadcast.run(session, session.allShards(), sql, true);
        }
        session.definitionsChanged(false);
    }

    private TableDeclaration defaultDeclaration() {
        return TableDeclaration.parse(
                session.settings().required(SessionSettings.DEFAULT_SHARD_BY), null, Position.NONE);
    }

    /// ALTER TABLE and CREATE INDEX may have added a constraint that a shard alone cannot keep.
    void requirePlacementsHold() {
        Placement placement = new Placement(session.view(), session.snapshot());
        for (Relation table : session.snapshot().catalog().relations()) {
            Distribution distribution = session.snapshot().sharding().of(table.oid());
            if (distribution instanceof Distribution.Hash hash) {
                String key = Placement.unenforceableKey(table, hash.attnum());
                if (key != null) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            key + " of \"" + table.name()
                                    + "\" does not contain the shard key \""
                                    + table.column(hash.attnum()).name() + "\"");
                }
            }
            if (Placement.isPlaced(table)) {
                new TableMove(session).requireOneHome(table);
                ForeignKey broken = placement.brokenForeignKey(table, distribution);
                if (broken != null) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "foreign key \"" + broken.name() + "\" of \"" + table.name()
                                    + "\" would refer to rows of other shards");
                }
            }
        }
    }

    /// Whether a statement is one that every shard carries out.
    static boolean isDefinition(Statement statement) {
        return statement instanceof UtilityStatement;
    }
}
