package org.pgherd.analyzer.rewrite;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RewriteRule;
import org.pgherd.analyzer.catalog.Trigger;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Whether a view can be written to without rules and triggers, and if not, what PostgreSQL says
/// (view_query_is_auto_updatable, view_col_is_auto_updatable, error_view_not_updatable of rewriteHandler.c).
final class UpdatableView {
    private static final String ONE_RELATION =
            "Views that do not select from a single table or view are not automatically updatable.";

    private UpdatableView() {}

    /// Why a view's query is not updatable; null if it is.
    ///
    /// @param needsColumn whether at least one column must be updatable
    static @Nullable String obstacle(Query view, boolean needsColumn) {
        if (!view.distinctClause().isEmpty()) {
            return "Views containing DISTINCT are not automatically updatable.";
        }
        if (!view.groupClause().isEmpty() || !view.groupingSets().isEmpty()) {
            return "Views containing GROUP BY are not automatically updatable.";
        }
        if (view.havingQual() != null) {
            return "Views containing HAVING are not automatically updatable.";
        }
        if (view.setOperations() != null) {
            return "Views containing UNION, INTERSECT, or EXCEPT are not automatically updatable.";
        }
        if (!view.cteList().isEmpty()) {
            return "Views containing WITH are not automatically updatable.";
        }
        if (view.limitOffset() != null || view.limitCount() != null) {
            return "Views containing LIMIT or OFFSET are not automatically updatable.";
        }
        if (view.hasAggs()) {
            return "Views that return aggregate functions are not automatically updatable.";
        }
        if (view.hasWindowFuncs()) {
            return "Views that return window functions are not automatically updatable.";
        }
        if (view.hasTargetSRFs()) {
            return "Views that return set-returning functions are not automatically updatable.";
        }
        RteRelation base = base(view);
        if (base == null) {
            return ONE_RELATION;
        }
        if (base.sample() != null) {
            return "Views containing TABLESAMPLE are not automatically updatable.";
        }
        boolean anyColumn = view.targetList().stream().anyMatch(entry -> columnObstacle(view, entry) == null);
        return !needsColumn || anyColumn
                ? null
                : "Views that have no updatable columns are not automatically updatable.";
    }

    /// The only relation that a view selects from; null if it is not so simple.
    static @Nullable RteRelation base(Query view) {
        if (view.jointree().fromList().size() != 1
                || !(view.jointree().fromList().getFirst() instanceof RangeTblRef ref)
                || !(view.rte(ref.rtindex()) instanceof RteRelation relation)) {
            return null;
        }
        return switch (relation.relation().kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, PARTITIONED_TABLE -> relation;
            default -> null;
        };
    }

    static int baseIndex(Query view) {
        return view.jointree().fromList().getFirst() instanceof RangeTblRef ref ? ref.rtindex() : 0;
    }

    /// Why one of a view's columns is not updatable; null if it is.
    static @Nullable String columnObstacle(Query view, TargetEntry entry) {
        if (entry.junk()) {
            return "Junk view columns are not updatable.";
        }
        if (!(entry.expr() instanceof Var var) || var.varno() != baseIndex(view) || var.levelsUp() != 0) {
            return "View columns that are not columns of their base relation are not updatable.";
        }
        if (var.attno() < 0) {
            return "View columns that refer to system columns are not updatable.";
        }
        return var.attno() == 0 ? "View columns that return whole-row references are not updatable." : null;
    }

    static boolean hasInsteadTrigger(Relation view, CommandType command) {
        for (Trigger trigger : view.triggers()) {
            boolean fires = switch (command) {
                case INSERT -> trigger.onInsert();
                case UPDATE -> trigger.onUpdate();
                case DELETE -> trigger.onDelete();
                case SELECT, MERGE, UTILITY, NOTHING -> false;
            };
            if (trigger.insteadOf() && fires) {
                return true;
            }
        }
        return false;
    }

    /// Whether triggers do all that the statement would (view_has_instead_trigger).
    static boolean hasInsteadTriggers(Relation view, Query query) {
        if (query.commandType() != CommandType.MERGE) {
            return hasInsteadTrigger(view, query.commandType());
        }
        for (MergeAction action : query.mergeActionList()) {
            if (action.commandType() != CommandType.NOTHING && !hasInsteadTrigger(view, action.commandType())) {
                return false;
            }
        }
        return true;
    }

    static boolean hasUnconditionalInsteadRule(Relation view, CommandType command) {
        for (RewriteRule rule : view.rules()) {
            if (rule.instead() && rule.event() == event(command) && !rule.hasCondition()) {
                return true;
            }
        }
        return false;
    }

    /// ev_type of pg_rewrite; `0` for commands that no rule is for.
    static char event(CommandType command) {
        return switch (command) {
            case UPDATE -> '2';
            case INSERT -> '3';
            case DELETE -> '4';
            case SELECT, MERGE, UTILITY, NOTHING -> '0';
        };
    }

    static SqlException notUpdatable(Relation view, Query query, String detail) {
        if (query.commandType() != CommandType.MERGE) {
            return refused(view, query.commandType(), detail, true);
        }
        for (MergeAction action : query.mergeActionList()) {
            CommandType command = action.commandType();
            if (command != CommandType.NOTHING && !hasInsteadTrigger(view, command)) {
                return refused(view, command, detail, false);
            }
        }
        throw new AssertionError("a MERGE that triggers carry out");
    }

    private static SqlException refused(Relation view, CommandType command, String detail, boolean rulesHelp) {
        String verb = switch (command) {
            case INSERT -> "insert into";
            case UPDATE -> "update";
            case DELETE -> "delete from";
            case SELECT, MERGE, UTILITY, NOTHING -> throw new AssertionError("writing by " + command);
        };
        String doing = switch (command) {
            case INSERT -> "inserting into";
            case UPDATE -> "updating";
            default -> "deleting from";
        };
        String help = rulesHelp
                ? "To enable " + doing + " the view, provide an INSTEAD OF " + command
                        + " trigger or an unconditional ON " + command + " DO INSTEAD rule."
                : "To enable " + doing + " the view using MERGE, provide an INSTEAD OF " + command + " trigger.";
        return new SqlException(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "cannot " + verb + " view \"" + view.name() + "\"")
                .withDetail(detail)
                .withHint(help);
    }
}
