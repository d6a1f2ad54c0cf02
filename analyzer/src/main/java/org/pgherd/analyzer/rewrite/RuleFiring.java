package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RewriteRule;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.parse.RuleAnalysis;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SetToDefault;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.NotifyStmt;
import org.pgherd.semantics.function.FunctionContext;

/// The actions of the rules of a statement's target (matchLocks, fireRules, rewriteRuleAction of rewriteHandler.c).
final class RuleFiring {
    private final CatalogView catalog;
    private final FunctionContext session;
    private final Query query;
    private final Relation relation;

    /// An unconditional INSTEAD rule takes the statement's place.
    boolean instead;

    /// A rule gives the rows of RETURNING.
    boolean returning;

    /// There is a rule for UPDATE, whatever the statement is.
    boolean hasUpdateRule;

    /// The statement for the rows that conditional INSTEAD rules leave; null if there are no such rules.
    @Nullable
    Query leftOver;

    final List<Product> products = new ArrayList<>();

    RuleFiring(CatalogView catalog, FunctionContext session, Query query, Relation relation) {
        this.catalog = new CatalogView(
                catalog.catalog(), new SearchPath(List.of(), catalog.path().tempSchema()));
        this.session = session;
        this.query = query;
        this.relation = relation;
    }

    void fire() {
        boolean replica = "replica".equals(session.setting("session_replication_role"));
        for (RewriteRule rule : relation.rules()) {
            if (!rule.fires(replica)) {
                continue;
            }
            if (query.commandType() == CommandType.MERGE && rule.event() != '1') {
                throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "cannot execute MERGE on relation \"" + relation.name() + "\"")
                        .withDetail("MERGE is not supported for relations with rules.");
            }
            hasUpdateRule |= rule.event() == UpdatableView.event(CommandType.UPDATE);
            if (rule.event() == UpdatableView.event(query.commandType())) {
                fire(rule);
            }
        }
    }

    private void fire(RewriteRule rule) {
        RuleAnalysis analyzed = RuleAnalysis.of(rule.definition(), relation, catalog, session);
        Expr qual = analyzed.qual() == null ? null : ExprEquality.withoutPositions(analyzed.qual());
        Product.Source source = Product.Source.ALSO;
        if (rule.instead()) {
            source = qual == null ? Product.Source.INSTEAD : Product.Source.QUALIFIED_INSTEAD;
            if (qual == null) {
                instead = true;
            } else if (!instead) {
                leftOver = unless(leftOver == null ? query : leftOver, qual);
            }
        }
        for (Query action : analyzed.actions()) {
            products.add(new Product(action(ExprEquality.withoutPositions(action), qual), source));
        }
    }

    /// The statement for rows that do not meet a rule's condition (CopyAndAddInvertedQual).
    private Query unless(Query statement, Expr qual) {
        int target = query.resultRelation();
        Expr here = RangeTableNumbers.change(qual, i -> i == RuleAnalysis.OLD ? target : -i);
        if (query.commandType() != CommandType.DELETE) {
            here = VarReplacement.replace(here, -RuleAnalysis.NEW, relation, var -> changed(var, target));
        }
        Query.Builder b = statement.toBuilder();
        Expr inverted = new BooleanTest(here, BooleanTest.Kind.IS_NOT_TRUE, Position.NONE);
        b.jointree = new FromExpr(
                statement.jointree().fromList(), and(statement.jointree().quals(), inverted));
        return b.build();
    }

    /// What the statement makes of a column of the new row: INSERT leaves NULL, UPDATE the old value.
    private Expr changed(Var var, int target) {
        for (TargetEntry entry : query.targetList()) {
            if (!entry.junk() && entry.resno() == var.attno()) {
                return entry.expr();
            }
        }
        return query.commandType() == CommandType.UPDATE
                ? var.withVarno(target)
                : new Const(var.type(), null, Position.NONE);
    }

    private Query action(Query action, @Nullable Expr ruleQual) {
        if (action.commandType() == CommandType.UTILITY) {
            boolean conditional = ruleQual != null || query.jointree().quals() != null;
            if (conditional && !(action.utilityStmt() instanceof NotifyStmt)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "conditional utility statements are not implemented");
            }
            return action;
        }
        int target = query.resultRelation();
        int shift = query.rtable().size();
        Query source =
                RangeTableNumbers.change(RuleAnalysis.source(action), i -> i == RuleAnalysis.OLD ? target : i + shift);
        Expr qual = ruleQual == null
                ? null
                : RangeTableNumbers.change(ruleQual, i -> i == RuleAnalysis.OLD ? target : i + shift);
        boolean isSource = RuleAnalysis.source(action) == action;
        Query.Builder b = source.toBuilder();
        List<RangeTblEntry> rtable = new ArrayList<>();
        query.rtable().forEach(entry -> rtable.add(withoutDefaults(entry)));
        source.rtable().forEach(entry -> rtable.add(withLateral(entry)));
        b.rtable = rtable;
        List<FromItem> from = new ArrayList<>();
        List<FromItem> own = new ArrayList<>(source.jointree().fromList());
        // OLD stands before what may name it
        boolean named = own.removeIf(item -> item instanceof RangeTblRef ref && ref.rtindex() == target);
        boolean scansTarget = query.commandType() != CommandType.INSERT;
        if (named || scansTarget && !uses(source.jointree(), target)) {
            from.add(new RangeTblRef(target));
        }
        from.addAll(query.jointree().fromList());
        if (!from.isEmpty() && source.setOperations() != null || source.setOperations() != null && qual != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "conditional UNION/INTERSECT/EXCEPT statements are not implemented");
        }
        from.addAll(own);
        b.jointree = new FromExpr(
                from, and(and(source.jointree().quals(), qual), query.jointree().quals()));
        b.cteList = ctes(source, isSource);
        b.hasRecursive |= query.hasRecursive();
        b.hasModifyingCTE |= query.hasModifyingCTE();
        b.hasSubLinks |= query.hasSubLinks() || qual != null && ExprWalk.anyDeep(qual, 0, (e, _) -> isSubLink(e));
        Query combined = b.build();
        if (query.commandType() != CommandType.DELETE) {
            combined =
                    VarReplacement.replace(combined, RuleAnalysis.NEW + shift, relation, var -> changed(var, target));
        }
        return withReturning(isSource ? combined : RuleAnalysis.withSource(action, combined));
    }

    /// DEFAULT that a view leaves to its table is no value of a rule's action (rewriteValuesRTEToNulls).
    private static RangeTblEntry withoutDefaults(RangeTblEntry entry) {
        if (!(entry instanceof RteValues values)
                || values.lists().stream().noneMatch(row -> row.stream().anyMatch(SetToDefault.class::isInstance))) {
            return entry;
        }
        List<List<Expr>> lists = new ArrayList<>();
        for (List<Expr> row : values.lists()) {
            lists.add(row.stream()
                    .<Expr>map(e -> e instanceof SetToDefault d ? new Const(d.type(), null, Position.NONE) : e)
                    .toList());
        }
        return new RteValues(
                lists, values.lateral(), values.columnTypes(), values.alias(), values.eref(), values.inFromClause());
    }

    /// A subquery that names OLD or NEW reads its siblings, though no one has written LATERAL.
    private static RangeTblEntry withLateral(RangeTblEntry entry) {
        boolean reads = entry instanceof RteSubquery sub
                && !sub.lateral()
                && ExprWalk.anyDeep(sub.query(), 0, (e, depth) -> e instanceof Var var && var.levelsUp() == depth + 1);
        if (!reads) {
            return entry;
        }
        RteSubquery s = (RteSubquery) entry;
        return new RteSubquery(
                s.query(), true, s.securityBarrier(), s.viewOid(), s.alias(), s.eref(), s.inFromClause());
    }

    private static boolean isSubLink(Expr e) {
        return e instanceof org.pgherd.analyzer.query.SubLink;
    }

    private List<CommonTableExpr> ctes(Query source, boolean isSource) {
        if (query.cteList().isEmpty()) {
            return source.cteList();
        }
        for (CommonTableExpr outer : query.cteList()) {
            for (CommonTableExpr own : source.cteList()) {
                if (outer.name().equals(own.name())) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "WITH query name \"" + own.name()
                                    + "\" appears in both a rule action and the query being rewritten");
                }
            }
        }
        if (query.hasModifyingCTE() && !isSource) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "INSERT ... SELECT rule actions are not supported for queries having data-modifying statements in"
                            + " WITH");
        }
        List<CommonTableExpr> all = new ArrayList<>(source.cteList());
        all.addAll(query.cteList());
        return all;
    }

    /// The statement's RETURNING over the action's, which stands for the target's columns.
    private Query withReturning(Query action) {
        if (action.returningList().isEmpty()) {
            return action;
        }
        Query.Builder b = action.toBuilder();
        b.returningList = List.of();
        if (!query.returningList().isEmpty()) {
            if (returning) {
                throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cannot have RETURNING lists in multiple rules");
            }
            returning = true;
            List<TargetEntry> list = new ArrayList<>();
            for (TargetEntry entry : query.returningList()) {
                list.add(entry.withExpr(VarReplacement.replace(
                        entry.expr(), query.resultRelation(), relation, var -> returned(action, var))));
            }
            b.returningList = list;
        }
        return b.build();
    }

    private static Expr returned(Query action, Var var) {
        for (TargetEntry entry : action.returningList()) {
            if (!entry.junk() && entry.resno() == var.attno()) {
                return entry.expr();
            }
        }
        throw new SqlException(
                SqlState.INTERNAL_ERROR, "could not find replacement targetlist entry for attno " + var.attno());
    }

    private static boolean uses(FromItem item, int index) {
        return switch (item) {
            case RangeTblRef ref -> ref.rtindex() == index;
            case JoinExpr join -> uses(join.left(), index) || uses(join.right(), index) || names(join.quals(), index);
            case FromExpr from -> from.fromList().stream().anyMatch(i -> uses(i, index)) || names(from.quals(), index);
        };
    }

    private static boolean names(@Nullable Expr expr, int index) {
        return ExprWalk.anyDeep(
                expr, 0, (e, depth) -> e instanceof Var v && v.varno() == index && v.levelsUp() == depth);
    }

    static @Nullable Expr and(@Nullable Expr a, @Nullable Expr b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return new BoolExpr(BoolExpr.Kind.AND, List.of(a, b), Position.NONE);
    }
}
