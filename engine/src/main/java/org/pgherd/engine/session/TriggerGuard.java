package org.pgherd.engine.session;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Trigger;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.UpdateStmt;

/// Triggers run on the shard of their row and see that shard's rows only. A trigger whose effects need more than that
/// would be wrong without a word, so writing to its table is refused.
final class TriggerGuard {
    private final CatalogView view;
    private final ShardingCatalog sharding;

    TriggerGuard(CatalogView view, ShardingCatalog sharding) {
        this.view = view;
        this.sharding = sharding;
    }

    void check(Statement statement) {
        for (Node node : AstWalk.all(statement, Node.class)) {
            switch (node) {
                case InsertStmt insert -> target(insert.relation());
                case UpdateStmt update -> target(update.relation());
                case DeleteStmt delete -> target(delete.relation());
                case MergeStmt merge -> target(merge.relation());
                default -> {}
            }
        }
    }

    /// The tables that a statement turned out to write to, through views.
    void check(Query rewritten) {
        for (Query level : ExprWalk.allQueries(rewritten)) {
            if (level.resultRelation() != 0 && level.rte(level.resultRelation()) instanceof RteRelation target) {
                target(target.relation(), Position.NONE);
            }
        }
    }

    private void target(RangeVar name) {
        Relation table = view.relation(name.schemaname(), name.relname());
        if (table != null) {
            target(table, name.at());
        }
    }

    private void target(Relation table, Position at) {
        if (table.triggers().isEmpty()) {
            return;
        }
        TriggerReach reach = new TriggerReach(view, sharding);
        for (Trigger trigger : table.triggers()) {
            if (reach.mayMove(trigger, table)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "trigger \"" + trigger.name() + "\" of \"" + table.name()
                                + "\" may change the shard key of a row",
                        at);
            }
            reach.beyond(trigger, table).forEach((effect, reason) -> {
                throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "trigger \"" + trigger.name() + "\" of \"" + table.name()
                                        + "\" does what a shard cannot do alone",
                                at)
                        .withDetail(effect + ": " + reason);
            });
        }
    }
}
