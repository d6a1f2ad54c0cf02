package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;

/// Rewrites an analyzed statement so that it speaks of tables and values only (QueryRewrite of rewriteHandler.c).
public final class Rewriter {
    private Rewriter() {}

    /// What became of a statement.
    ///
    /// @param queries to be carried out in this order; none if rules leave nothing to do
    /// @param answering the one whose rows and count the client gets; null if there is none
    /// @param obstacle what keeps the coordinator from carrying them out; null if nothing does
    /// @param onlyWhole why a shard must be given the statement as the client wrote it, for it alone would check it
    ///     fully; null if it may be taken apart
    /// @param othersViews whether views of other roles are read or written, or policies were applied: privileges
    ///     are to be asked for by the statement as the client wrote it
    /// @param apart whether no shard may be given the statement as the client wrote it: it could not apply policies
    public record Rewritten(
            List<Query> queries,
            @Nullable Query answering,
            @Nullable String obstacle,
            @Nullable String onlyWhole,
            boolean othersViews,
            boolean apart) {
        public Rewritten {
            queries = List.copyOf(queries);
        }

        /// Whether the statement has become one statement, which answers.
        public boolean isOne() {
            return queries.size() == 1 && answering != null;
        }

        /// The query whose columns Describe tells; null if it tells of none (ChoosePortalStrategy of pquery.c).
        public @Nullable Query described() {
            Query query = answering;
            boolean returnsRows = query != null
                    && (query.commandType() == CommandType.SELECT
                            ? queries.size() == 1
                            : !query.returningList().isEmpty());
            return returnsRows ? query : null;
        }
    }

    /// The one statement that it becomes; refused if it becomes several, or one that is not the coordinator's.
    public static Query rewrite(Query query, CatalogView catalog, FunctionContext session) {
        Rewritten rewritten = all(query, catalog, session);
        if (rewritten.onlyWhole() != null) {
            throw unsupported(rewritten.onlyWhole());
        }
        return only(rewritten);
    }

    /// The one statement that it has become; refused if it became several, or one that is not the coordinator's.
    public static Query only(Rewritten rewritten) {
        String obstacle = rewritten.obstacle();
        if (rewritten.queries().size() != 1 || rewritten.answering() == null) {
            obstacle = "a rule that takes a statement's place or adds to it";
        }
        if (obstacle != null) {
            throw unsupported(obstacle);
        }
        return rewritten.queries().getFirst();
    }

    /// Refuses what the coordinator cannot carry out one after another.
    public static void requireCarriedOut(Rewritten rewritten) {
        String obstacle = rewritten.obstacle() == null ? rewritten.onlyWhole() : rewritten.obstacle();
        if (obstacle != null) {
            throw unsupported(obstacle);
        }
    }

    private static SqlException unsupported(String what) {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, what + " is not supported by PgHerd");
    }

    /// Rules and writes through views applied, views expanded at every depth, defaults filled in.
    public static Rewritten all(Query query, CatalogView catalog, FunctionContext session) {
        return all(query, catalog, session, ShardPolicies.ALL);
    }

    /// @param shards which policies are left to the shards
    public static Rewritten all(Query query, CatalogView catalog, FunctionContext session, ShardPolicies shards) {
        if (query.commandType() == CommandType.UTILITY) {
            return new Rewritten(List.of(query), null, null, null, false, false);
        }
        ViewExpansion views = new ViewExpansion(catalog, session, shards);
        RuleRewriting rules = new RuleRewriting(catalog, session, views);
        List<Product> products = rules.rewrite(query);
        List<Query> queries = new ArrayList<>();
        int answering = -1;
        boolean original = false;
        String onlyWhole = rules.onlyWhole;
        for (Product product : products) {
            Query expanded = views.rewrite(product.query());
            if (product.source() == Product.Source.ORIGINAL) {
                answering = queries.size();
                original = true;
            } else if (!original
                    && product.source() != Product.Source.ALSO
                    && expanded.commandType() == query.commandType()) {
                answering = queries.size();
            }
            for (Query level : ExprWalk.allQueries(expanded)) {
                if (!level.checkOptions().isEmpty()) {
                    onlyWhole = "the check option of view \""
                            + level.checkOptions().getFirst().view() + "\"";
                }
            }
            queries.add(expanded);
        }
        return new Rewritten(
                queries,
                answering < 0 ? null : queries.get(answering),
                rules.obstacle,
                onlyWhole,
                views.othersViews,
                views.policiesApplied());
    }
}
