package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.NotifyStmt;
import org.pgherd.semantics.function.FunctionContext;

/// Defaults, rules and writes through views of a statement and of what they lead to (RewriteQuery of
/// rewriteHandler.c).
final class RuleRewriting {
    private final CatalogView catalog;
    private final FunctionContext session;
    private final ViewExpansion views;
    private final ColumnDefaults defaults;

    /// Why the coordinator may not carry out what came of it; null if it may.
    @Nullable
    String obstacle;

    /// Why it must be given to a shard as the client wrote it; null if it need not.
    @Nullable
    String onlyWhole;

    /// A relation whose rules for a command are being applied.
    private record Event(int relation, CommandType command) {}

    RuleRewriting(CatalogView catalog, FunctionContext session, ViewExpansion views) {
        this.catalog = catalog;
        this.session = session;
        this.views = views;
        this.defaults = new ColumnDefaults(catalog, session);
    }

    List<Product> rewrite(Query query) {
        return rewrite(new Product(query, Product.Source.ORIGINAL), Set.of());
    }

    private List<Product> rewrite(Product product, Set<Event> active) {
        Query query = withCtes(product.query(), active);
        if (query.commandType() == CommandType.SELECT
                || query.commandType() == CommandType.UTILITY
                || !(query.rte(query.resultRelation()) instanceof RteRelation target)) {
            return List.of(new Product(query, product.source()));
        }
        Query given = query;
        query = defaults.apply(query);
        Relation relation = target.relation();
        RuleFiring rules = new RuleFiring(catalog, session, query, relation);
        rules.fire();
        List<Product> products = new ArrayList<>(rules.products);
        if (!products.isEmpty() && !views.isOwn(relation)) {
            onlyWhole = "rules of another role's relation \"" + relation.name() + "\"";
        }
        boolean through = !rules.instead && relation.isView() && !UpdatableView.hasInsteadTriggers(relation, query);
        boolean instead = rules.instead || through;
        if (through) {
            if (rules.leftOver != null) {
                throw UpdatableView.notUpdatable(
                        relation, query, "Views with conditional DO INSTEAD rules are not automatically updatable.");
            }
            note(relation);
            ViewExpansion.checkUsable(relation, session);
            Query below = WriteThroughView.rewrite(query, given, target, views.analyzed(relation));
            products.add(query.commandType() == CommandType.INSERT ? 0 : products.size(), product.with(below));
        } else if (relation.isView() && !rules.instead) {
            obstacle = "writing through view \"" + relation.name() + "\" by its triggers";
        }
        List<Product> rewritten = new ArrayList<>();
        if (!products.isEmpty()) {
            Event event = new Event(relation.oid(), query.commandType());
            if (active.contains(event)) {
                throw new SqlException(
                        SqlState.INVALID_OBJECT_DEFINITION,
                        "infinite recursion detected in rules for relation \"" + relation.name() + "\"");
            }
            java.util.HashSet<Event> inside = new java.util.HashSet<>(active);
            inside.add(event);
            products.forEach(p -> rewritten.addAll(rewrite(p, inside)));
        }
        boolean returned = rules.returning || through;
        if ((instead || rules.leftOver != null) && !query.returningList().isEmpty() && !returned) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot perform " + query.commandType() + " RETURNING on relation \"" + relation.name()
                                    + "\"")
                    .withHint("You need an unconditional ON " + query.commandType()
                            + " DO INSTEAD rule with a RETURNING clause.");
        }
        if (query.onConflict() != null && (!products.isEmpty() || rules.hasUpdateRule) && !through) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "INSERT with ON CONFLICT clause cannot be used with table that has INSERT or UPDATE rules");
        }
        if (!instead) {
            Query own = rules.leftOver != null ? rules.leftOver : query;
            Product.Source source = product.source();
            // an INSERT comes before what its rules add, so that they can see the row
            rewritten.add(query.commandType() == CommandType.INSERT ? 0 : rewritten.size(), new Product(own, source));
        }
        if (!query.cteList().isEmpty()
                && rewritten.stream()
                                .filter(p -> p.query().commandType() != CommandType.UTILITY)
                                .count()
                        > 1) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "WITH cannot be used in a query that is rewritten by rules into multiple queries");
        }
        return rewritten;
    }

    /// The view's owner is the one whose privileges count below, and a security barrier is not to be seen through.
    private void note(Relation view) {
        if (view.securityBarrier()) {
            onlyWhole = "writing through security barrier view \"" + view.name() + "\"";
        } else if (!views.isOwn(view)) {
            onlyWhole = "writing through another role's view \"" + view.name() + "\"";
        }
    }

    private Query withCtes(Query query, Set<Event> active) {
        if (query.cteList().stream().allMatch(cte -> cte.query().commandType() == CommandType.SELECT)) {
            return query;
        }
        Query.Builder b = query.toBuilder();
        List<CommonTableExpr> list = new ArrayList<>();
        for (CommonTableExpr cte : query.cteList()) {
            list.add(
                    cte.query().commandType() == CommandType.SELECT
                            ? cte
                            : cte.withQuery(
                                    single(rewrite(new Product(cte.query(), Product.Source.ORIGINAL), active))));
        }
        b.cteList = list;
        return b.build();
    }

    private static Query single(List<Product> products) {
        if (products.size() == 1) {
            Query only = products.getFirst().query();
            if (only.commandType() == CommandType.UTILITY) {
                throw unsupported(
                        only.utilityStmt() instanceof NotifyStmt
                                ? "DO INSTEAD NOTIFY rules"
                                : "DO INSTEAD utility rules");
            }
            return only;
        }
        if (products.isEmpty()) {
            throw unsupported("DO INSTEAD NOTHING rules");
        }
        for (Product product : products) {
            if (product.source() == Product.Source.QUALIFIED_INSTEAD) {
                throw unsupported("conditional DO INSTEAD rules");
            }
            if (product.source() == Product.Source.ALSO) {
                throw unsupported("DO ALSO rules");
            }
        }
        throw unsupported("multi-statement DO INSTEAD rules");
    }

    private static SqlException unsupported(String what) {
        return new SqlException(
                SqlState.FEATURE_NOT_SUPPORTED, what + " are not supported for data-modifying statements in WITH");
    }
}
