package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CheckOption;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.OnConflictExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// A statement that writes to a simple view becomes one that writes to the view's relation (rewriteTargetView of
/// rewriteHandler.c). The target keeps its range table index.
final class WriteThroughView {
    private final Query query;
    private final Query given;
    private final Relation view;
    private final Query definition;

    private WriteThroughView(Query query, Query given, Relation view, Query definition) {
        this.query = query;
        this.given = given;
        this.view = view;
        this.definition = definition;
    }

    /// @param query with the view's defaults
    /// @param given the same statement before those, which left out the columns that have none
    static Query rewrite(Query query, Query given, RteRelation target, Query definition) {
        return new WriteThroughView(query, given, target.relation(), definition).run(target);
    }

    private boolean writesRows() {
        return switch (query.commandType()) {
            case INSERT, UPDATE -> true;
            case MERGE ->
                query.mergeActionList().stream()
                        .anyMatch(a -> a.commandType() == CommandType.INSERT || a.commandType() == CommandType.UPDATE);
            case SELECT, DELETE, UTILITY, NOTHING -> false;
        };
    }

    private void check() {
        String obstacle = UpdatableView.obstacle(definition, writesRows());
        if (obstacle != null) {
            throw UpdatableView.notUpdatable(view, query, obstacle);
        }
        checkColumns(given.targetList());
        checkColumns(query.targetList());
        OnConflictExpr conflict = query.onConflict();
        if (conflict != null) {
            checkColumns(conflict.set());
        }
        for (MergeAction action : query.mergeActionList()) {
            checkColumns(action.targetList());
        }
        for (MergeAction action : query.mergeActionList()) {
            if (UpdatableView.hasInsteadTrigger(view, action.commandType())) {
                throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cannot merge into view \"" + view.name() + "\"")
                        .withDetail("MERGE is not supported for views with INSTEAD OF triggers for some actions but not"
                                + " all.")
                        .withHint("To enable merging into the view, either provide a full set of INSTEAD OF triggers or"
                                + " drop the existing INSTEAD OF triggers.");
            }
        }
    }

    private void checkColumns(List<TargetEntry> assigned) {
        for (TargetEntry entry : assigned) {
            if (entry.junk()) {
                continue;
            }
            TargetEntry column = column(entry.resno());
            String obstacle = UpdatableView.columnObstacle(definition, column);
            if (obstacle != null) {
                String verb = switch (query.commandType()) {
                    case INSERT -> "insert into";
                    case UPDATE -> "update";
                    default -> "merge into";
                };
                throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "cannot " + verb + " column \"" + column.name() + "\" of view \"" + view.name() + "\"")
                        .withDetail(obstacle);
            }
        }
    }

    private TargetEntry column(int attnum) {
        for (TargetEntry entry : definition.targetList()) {
            if (!entry.junk() && entry.resno() == attnum) {
                return entry;
            }
        }
        throw new AssertionError("view " + view.name() + " has no column " + attnum);
    }

    private Query run(RteRelation target) {
        check();
        RteRelation base = UpdatableView.base(definition);
        if (base == null) {
            throw new AssertionError("checked above");
        }
        int index = query.resultRelation();
        Query replaced = VarReplacement.replace(query, index, view, columns(index));
        OnConflictExpr conflict = replaced.onConflict();
        int excluded = conflict == null ? 0 : conflict.excludedRelIndex();
        if (excluded != 0) {
            replaced = VarReplacement.replace(replaced, excluded, view, columns(excluded));
        }
        List<Integer> returned = List.of(query.returningOld(), query.returningNew());
        for (int row : returned) {
            if (row != 0) {
                replaced = VarReplacement.replace(replaced, row, view, columns(row));
            }
        }
        Query.Builder b = replaced.toBuilder();
        b.rtable = new ArrayList<>(replaced.rtable());
        b.rtable.set(index - 1, over(base, target));
        for (int row : returned) {
            if (row != 0 && replaced.rte(row) instanceof RteRelation entry) {
                b.rtable.set(row - 1, over(base, entry, entry.eref().name()));
            }
        }
        if (excluded != 0 && replaced.rte(excluded) instanceof RteRelation row) {
            b.rtable.set(excluded - 1, over(base, row));
        }
        if (query.commandType() == CommandType.INSERT || query.commandType() == CommandType.UPDATE) {
            b.targetList = assigned(replaced.targetList(), base.relation());
        }
        conflict = replaced.onConflict();
        if (conflict != null) {
            b.onConflict = new OnConflictExpr(
                    conflict.action(),
                    conflict.arbiterElems(),
                    conflict.arbiterWhere(),
                    conflict.constraint(),
                    assigned(conflict.set(), base.relation()),
                    conflict.where(),
                    excluded);
        }
        int baseIndex = UpdatableView.baseIndex(definition);
        Expr viewQual = definition.jointree().quals();
        Expr qual = viewQual == null ? null : RangeTableNumbers.change(viewQual, i -> i == baseIndex ? index : i);
        List<MergeAction> actions = new ArrayList<>();
        for (MergeAction a : replaced.mergeActionList()) {
            boolean unmatchedTarget = a.matchKind() == MergeAction.MatchKind.NOT_MATCHED_BY_SOURCE;
            actions.add(new MergeAction(
                    a.matchKind(),
                    a.commandType(),
                    a.override(),
                    unmatchedTarget ? and(qual, a.qual()) : a.qual(),
                    assigned(a.targetList(), base.relation())));
        }
        b.mergeActionList = actions;
        if (qual != null) {
            b.hasSubLinks |= ExprWalk.anyDeep(qual, 0, (e, _) -> e instanceof SubLink);
            // rows of the table outside of the view do not match any source row: so they are as good as not there
            switch (query.commandType()) {
                case UPDATE, DELETE ->
                    b.jointree = new FromExpr(
                            replaced.jointree().fromList(),
                            and(replaced.jointree().quals(), qual));
                case MERGE -> b.mergeJoinCondition = and(replaced.mergeJoinCondition(), qual);
                case INSERT, SELECT, UTILITY, NOTHING -> {}
            }
        }
        b.checkOptions = checkOptions(replaced.checkOptions(), qual);
        return b.build();
    }

    /// The view's columns as expressions over the relation below at an index.
    private Function<Var, Expr> columns(int index) {
        int baseIndex = UpdatableView.baseIndex(definition);
        return var -> RangeTableNumbers.change(column(var.attno()).expr(), i -> i == baseIndex ? index : i);
    }

    /// The name stays, so that the others keep theirs; but a bare INSERT has no others.
    private RteRelation over(RteRelation base, RteRelation entry) {
        boolean bare = query.commandType() == CommandType.INSERT && query.onConflict() == null;
        return over(base, entry, bare ? null : entry.eref().name());
    }

    private static RteRelation over(RteRelation base, RteRelation entry, @Nullable String alias) {
        String name = alias == null ? base.relation().name() : alias;
        return new RteRelation(
                base.relation(),
                base.inherit(),
                null,
                alias == null ? null : new Alias(alias, List.of()),
                new Alias(
                        name,
                        base.relation().columns().stream()
                                .map(c -> c.dropped() ? "" : c.name())
                                .toList()),
                entry.inFromClause(),
                base.checkAsUser());
    }

    private List<TargetEntry> assigned(List<TargetEntry> list, Relation base) {
        List<TargetEntry> result = new ArrayList<>();
        for (TargetEntry entry : list) {
            if (entry.junk()) {
                result.add(entry);
            } else {
                if (!(column(entry.resno()).expr() instanceof Var var)) {
                    throw new AssertionError("checked above");
                }
                result.add(new TargetEntry(
                        entry.expr(),
                        var.attno(),
                        base.column(var.attno()).name(),
                        entry.sortGroupRef(),
                        entry.origTable(),
                        entry.origColumn(),
                        entry.junk()));
            }
        }
        return result;
    }

    private static @Nullable Expr and(@Nullable Expr a, @Nullable Expr b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return new BoolExpr(BoolExpr.Kind.AND, List.of(a, b), Position.NONE);
    }

    private List<CheckOption> checkOptions(List<CheckOption> above, @Nullable Expr qual) {
        if (!writesRows()) {
            return above;
        }
        boolean has = view.checkOption() != null;
        boolean cascaded = "cascaded".equals(view.checkOption());
        String name = view.name();
        if (!above.isEmpty() && above.getFirst().cascaded()) {
            has = true;
            cascaded = true;
            name = above.getFirst().view();
        }
        if (!has || !cascaded && qual == null) {
            return above;
        }
        List<CheckOption> options = new ArrayList<>();
        options.add(new CheckOption(name, qual == null ? alwaysTrue() : qual, cascaded));
        options.addAll(above);
        return options;
    }

    private static Expr alwaysTrue() {
        return org.pgherd.analyzer.query.Const.ofBoolean(true, Position.NONE);
    }
}
