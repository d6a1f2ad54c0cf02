package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RowlessClause;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Locks of rows that are not there to be locked, found where PostgreSQL finds them: query by query from outside to
/// inside, in each after its subqueries were pulled up. A grouped view that is locked from outside has no rows of
/// tables (preprocess_rowmarks calls CheckSelectLocking). Then constants are folded, and outer joins reduced.
///
/// `a LEFT JOIN b FOR UPDATE OF b` is refused (make_outerjoininfo): where b's row is made up there is none to lock.
/// `... WHERE b.x = 1` makes up no rows of b, nor does such a condition outside of the view that joins them;
/// `... WHERE b.x = NULL` is no condition on b. A subquery that WHERE false leaves unread is not planned, and may have
/// any locks (set_dummy_rel_pathlist).
public final class LockedRows extends ExprRewriter {
    private final PlanningFacts facts;

    private LockedRows(PlanningFacts facts) {
        this.facts = facts;
    }

    /// @param query before its constants are folded: `EXISTS (..) OR false` becomes no semi-join
    /// @return with views and subqueries that are locked from outside pulled up
    static Query checked(Query query, PlanningFacts facts) {
        return hasLocks(query) ? new LockedRows(facts).rewrite(PullUpSimpleSubquery.withLocks(query, facts)) : query;
    }

    /// Whether a view that has no rows of its own to lock is locked from outside. A shard that reads its definition in
    /// the view's place fails while it parses, before what PostgreSQL finds while it plans.
    public static boolean hasRowless(Query query) {
        return ExprWalk.allQueries(query).stream()
                .anyMatch(level -> !level.rowMarks().isEmpty()
                        && level.setOperations() == null
                        && RowlessClause.of(level.toBuilder()) != null);
    }

    private static boolean hasLocks(Query query) {
        return ExprWalk.allQueries(query).stream()
                .anyMatch(level -> !level.rowMarks().isEmpty());
    }

    @Override
    public Query rewrite(Query level) {
        if (!hasLocks(level)) {
            return level;
        }
        // views of set operations have no marks of their own
        Query planned = level.isSelect() && level.setOperations() == null ? planned(level) : level;
        Query below = super.rewrite(planned);
        List<RowMarkClause> marks = planned.rowMarks().stream()
                .filter(mark -> isLocked(planned.rte(mark.rti())) == isLocked(below.rte(mark.rti())))
                .toList();
        if (marks.size() == planned.rowMarks().size()) {
            return below;
        }
        Query.Builder b = below.toBuilder();
        b.rowMarks = marks;
        return b.build();
    }

    private static boolean isLocked(RangeTblEntry entry) {
        return entry instanceof RteSubquery sub && !sub.query().rowMarks().isEmpty();
    }

    private Query planned(Query level) {
        SimplifyConstants constants = SimplifyConstants.ofOneLevel(facts);
        Set<Query> joined = Collections.newSetFromMap(new IdentityHashMap<>());
        level.cteList().forEach(cte -> rewrite(cte.query()));
        if (!level.rowMarks().isEmpty()) {
            requireRows(level);
            // what cannot be computed fails before the joins are looked at
            level.targetList().forEach(entry -> constants.rewrite(entry.expr()));
            addJoined(level.jointree(), joined);
        }
        FromExpr folded = (FromExpr) folded(joined, constants).rewrite(constants.rewrite(level.jointree()));
        if (!level.rowMarks().isEmpty()) {
            optional(level.limitOffset(), constants);
            optional(level.limitCount(), constants);
            ExprWalk.expressions(level).forEach(expr -> ExprWalk.forEach(expr, e -> checkSubLink(e, joined)));
            requireMade(level, folded, joined);
        }
        RteSubquery unread = UnreadInput.of(level, folded, constants);
        return unread == null ? level : withoutLocks(level, unread);
    }

    private static void optional(@Nullable Expr expr, SimplifyConstants constants) {
        if (expr != null) {
            constants.rewrite(expr);
        }
    }

    /// Folds what becomes part of this level as a semi-join.
    private static ExprRewriter folded(Set<Query> joined, SimplifyConstants constants) {
        return new ExprRewriter() {
            @Override
            public Query rewrite(Query query) {
                if (!joined.contains(query)) {
                    return query;
                }
                Query.Builder b = query.toBuilder();
                b.jointree = (FromExpr) constants.rewrite(query.jointree());
                Query simple = b.build();
                joined.add(simple);
                return simple;
            }
        };
    }

    /// What stays a sublink is planned before the joins around it are looked at.
    private void checkSubLink(Expr expr, Set<Query> joined) {
        if (expr instanceof SubLink link && !joined.contains(link.subselect())) {
            rewrite(link.subselect());
        }
    }

    /// A view that is locked from outside may have none of its own (CheckSelectLocking, which the planner calls again).
    private static void requireRows(Query level) {
        String what = RowlessClause.of(level.toBuilder());
        if (what != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, name(level.rowMarks().getFirst()) + " is not allowed with " + what);
        }
    }

    private void requireMade(Query level, FromExpr folded, Set<Query> joined) {
        JoinedSubLinks links = new JoinedSubLinks(facts);
        FromExpr reduced = ReduceOuterJoin.in(
                folded,
                facts,
                (link, available) -> joined.contains(link.subselect()) && links.isJoined(link, available));
        Set<Integer> nullable = new HashSet<>();
        collect(reduced, false, nullable);
        for (RowMarkClause mark : level.rowMarks()) {
            if (nullable.contains(mark.rti()) && !isWithoutTable(level.rte(mark.rti()))) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        name(mark) + " cannot be applied to the nullable side of an outer join");
            }
        }
    }

    /// Sublinks that are conjuncts before constants are folded, which is when semi-joins are made (pull_up_sublinks).
    private static void addJoined(FromItem item, Set<Query> joined) {
        switch (item) {
            case RangeTblRef _ -> {}
            case FromExpr from -> {
                Equalities.conjuncts(from.quals()).forEach(qual -> addJoined(qual, joined));
                from.fromList().forEach(child -> addJoined(child, joined));
            }
            case JoinExpr join -> {
                Equalities.conjuncts(join.quals()).forEach(qual -> addJoined(qual, joined));
                addJoined(join.left(), joined);
                addJoined(join.right(), joined);
            }
        }
    }

    private static void addJoined(Expr qual, Set<Query> joined) {
        if (qual instanceof SubLink link && (link.kind() == SubLink.Kind.EXISTS || link.kind() == SubLink.Kind.ANY)) {
            joined.add(link.subselect());
        }
    }

    /// The only input, and its locks, are never looked at.
    private static Query withoutLocks(Query level, RteSubquery unread) {
        ExprRewriter unlocked = new ExprRewriter() {
            @Override
            public Query rewrite(Query query) {
                Query.Builder b = super.rewrite(query).toBuilder();
                b.rowMarks = List.of();
                return b.build();
            }
        };
        List<RangeTblEntry> table = new ArrayList<>(level.rtable());
        table.replaceAll(entry -> entry == unread ? unlocked.rewrite(entry) : entry);
        Query.Builder b = level.toBuilder();
        b.rtable = table;
        b.rowMarks = List.of();
        return b.build();
    }

    /// Values that PostgreSQL pulls up, which leaves nothing to lock.
    private static boolean isWithoutTable(RangeTblEntry entry) {
        return entry instanceof RteSubquery sub
                ? isSimple(sub.query()) && sub.query().rtable().stream().allMatch(LockedRows::isWithoutTable)
                : !(entry instanceof RteRelation);
    }

    /// Whether it becomes part of the query around it (is_simple_subquery).
    static boolean isSimple(Query query) {
        return query.isSelect()
                && query.setOperations() == null
                && query.cteList().isEmpty()
                && RowlessClause.of(query.toBuilder()) == null
                && query.sortClause().isEmpty()
                && query.limitCount() == null
                && query.limitOffset() == null;
    }

    private static String name(RowMarkClause mark) {
        return "FOR " + mark.strength().name().replace('_', ' ');
    }

    private static void collect(FromItem item, boolean isNullable, Set<Integer> nullable) {
        switch (item) {
            case RangeTblRef ref -> {
                if (isNullable) {
                    nullable.add(ref.rtindex());
                }
            }
            case FromExpr from -> from.fromList().forEach(child -> collect(child, isNullable, nullable));
            case JoinExpr join -> {
                JoinType type = join.joinType();
                collect(join.left(), isNullable || type == JoinType.RIGHT || type == JoinType.FULL, nullable);
                collect(join.right(), isNullable || type == JoinType.LEFT || type == JoinType.FULL, nullable);
            }
        }
    }
}
