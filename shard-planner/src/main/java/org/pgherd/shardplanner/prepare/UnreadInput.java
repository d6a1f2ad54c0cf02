package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
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
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.distribution.Equalities;

/// A subquery that is the only thing read and that no row is wanted of: FROM (SELECT ..) q, (SELECT 1) one WHERE false.
/// PostgreSQL does not even plan it (relation_excluded_by_constraints), where of two inputs it plans both before it
/// finds that their join is empty. A row of values is no input (remove_useless_result_rtes).
final class UnreadInput {
    private final Query level;
    private final SimplifyConstants constants;
    private final List<Expr> quals = new ArrayList<>();
    private final List<RangeTblRef> inputs = new ArrayList<>();

    private UnreadInput(Query level, SimplifyConstants constants) {
        this.level = level;
        this.constants = constants;
    }

    /// @param jointree the level's own with its constants folded
    static @Nullable RteSubquery of(Query level, FromExpr jointree, SimplifyConstants constants) {
        UnreadInput found = new UnreadInput(level, constants);
        found.add(jointree);
        return found.inputs.size() == 1
                        && found.quals.stream().anyMatch(NonNullableRelations::isNever)
                        && level.rte(found.inputs.getFirst().rtindex()) instanceof RteSubquery sub
                ? sub
                : null;
    }

    private void add(FromItem item) {
        switch (item) {
            case RangeTblRef ref -> {
                if (!isOneRow(level.rte(ref.rtindex()))) {
                    inputs.add(ref);
                }
            }
            case FromExpr from -> {
                from.fromList().forEach(this::add);
                quals.addAll(Equalities.conjuncts(from.quals()));
            }
            case JoinExpr join
            when join.joinType() == JoinType.INNER -> {
                add(join.left());
                add(join.right());
                quals.addAll(Equalities.conjuncts(join.quals()));
            }
            case JoinExpr join
            when join.joinType() == JoinType.LEFT && isUseless(join.right(), join) -> add(join.left());
            case JoinExpr join
            when join.joinType() == JoinType.RIGHT && isUseless(join.left(), join) -> add(join.right());
            case JoinExpr join -> Relations.of(join).forEach(rtindex -> inputs.add(new RangeTblRef(rtindex)));
        }
    }

    private boolean isOneRow(RangeTblEntry entry) {
        return switch (entry) {
            case RteResult _ -> true;
            case RteFunction function -> isConstant(function);
            case RteSubquery sub -> {
                Query query = sub.query();
                List<FromItem> items = query.jointree().fromList();
                yield LockedRows.isSimple(query)
                        && query.jointree().quals() == null
                        && (items.isEmpty()
                                || items.size() == 1
                                        && items.getFirst() instanceof RangeTblRef ref
                                        && (isOneList(query.rte(ref.rtindex())) || isOneRow(query.rte(ref.rtindex()))));
            }
            default -> false;
        };
    }

    /// pull_up_constant_function of prepjointree.c.
    private boolean isConstant(RteFunction entry) {
        return !entry.ordinality()
                && entry.functions().size() == 1
                && constants.rewrite(entry.functions().getFirst().expr()) instanceof Const;
    }

    private static boolean isOneList(RangeTblEntry entry) {
        return entry instanceof RteValues values && values.lists().size() == 1;
    }

    /// A row that may be made up is needed where it is read, other than by the join's own condition.
    private boolean isUseless(FromItem side, JoinExpr join) {
        if (!(side instanceof RangeTblRef ref) || !isOneRow(level.rte(ref.rtindex()))) {
            return false;
        }
        ExprRewriter unjoined = new ExprRewriter() {
            @Override
            public FromItem rewrite(FromItem item) {
                return depth == 0 && item instanceof JoinExpr other && other.rtindex() == join.rtindex()
                        ? new FromExpr(List.of(join.left(), join.right()), null)
                        : super.rewrite(item);
            }

            @Override
            public Expr rewrite(Expr expr) {
                return expr;
            }
        };
        Query.Builder b = DropUnusedOutputs.withoutJoinAliases(level).toBuilder();
        b.jointree = (FromExpr) unjoined.rewrite(level.jointree());
        return !ExprWalk.anyDeep(
                b.build(),
                0,
                (e, depth) -> e instanceof Var var && var.levelsUp() == depth && var.varno() == ref.rtindex());
    }
}
