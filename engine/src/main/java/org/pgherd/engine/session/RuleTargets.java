package org.pgherd.engine.session;

import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RewriteRule;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The tables whose rules have been applied before their rows are written by the shards, which know the rules, too.
/// Shards leave rules alone where the session replays what another has done (session_replication_role); but then they
/// leave triggers alone as well, those of foreign keys and of deferred constraints included.
final class RuleTargets {
    private final CatalogView view;

    RuleTargets(CatalogView view) {
        this.view = view;
    }

    /// Whether the target has rules for what the statement does; refused if they cannot be told from triggers.
    boolean hasRules(Query query) {
        if (query.commandType() == CommandType.SELECT
                || !(query.rte(query.resultRelation()) instanceof RteRelation target)) {
            return false;
        }
        char event = switch (query.commandType()) {
            case UPDATE -> '2';
            case INSERT -> '3';
            case DELETE -> '4';
            case SELECT, MERGE, UTILITY, NOTHING -> '0';
        };
        Relation relation = target.relation();
        List<RewriteRule> rules =
                relation.rules().stream().filter(rule -> rule.event() == event).toList();
        boolean has = !rules.isEmpty();
        if (rules.stream().anyMatch(rule -> rule.fires(true))) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "rules of \"" + relation.name() + "\" for replicas beside others are not supported by PgHerd");
        }
        if (has && hasTriggers(relation)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "rules of \"" + relation.name()
                            + "\" beside triggers, foreign keys or deferrable keys are not supported by PgHerd");
        }
        return has;
    }

    private boolean hasTriggers(Relation relation) {
        boolean own = !relation.triggers().isEmpty()
                || !relation.foreignKeys().isEmpty()
                || relation.keys().stream().anyMatch(key -> key.deferrable());
        return own
                || view.catalog().relations().stream()
                        .anyMatch(other ->
                                other.foreignKeys().stream().anyMatch(key -> key.referenced() == relation.oid()))
                || relation.children().stream()
                        .map(child -> view.catalog().relation(child))
                        .anyMatch(child -> child != null && hasTriggers(child));
    }
}
