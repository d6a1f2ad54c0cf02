package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;

/// A view in FROM becomes the subquery that it stands for (ApplyRetrieveRule). The definition's names are all
/// qualified,
/// so the session's search path has no part in it. The system's own views stay: a shard answers for those.
final class ViewExpansion extends ExprRewriter {
    private final CatalogView catalog;
    private final FunctionContext session;
    private final Set<Integer> active = new HashSet<>();
    private final RowSecurity security;
    private final int user;

    /// Whether a view of another role has been expanded: its own privileges must be asked for, too.
    boolean othersViews;

    ViewExpansion(CatalogView catalog, FunctionContext session, ShardPolicies shards) {
        this.catalog = catalog;
        this.session = session;
        this.security = new RowSecurity(catalog, session, this, shards);
        this.user = catalog.objectOid(TypeOids.REGROLE, Identifiers.quote(session.currentUser()));
    }

    @Override
    public Query rewrite(Query query) {
        Query rewritten = super.rewrite(secured(query));
        List<RangeTblEntry> rtable = null;
        for (int i = 0; i < rewritten.rtable().size(); i++) {
            int rti = i + 1;
            if (rewritten.rtable().get(i) instanceof RteRelation entry
                    && entry.relation().isView()
                    && entry.relation().viewDefinition() != null
                    && rti != query.resultRelation()
                    && rti != query.returningOld()
                    && rti != query.returningNew()) {
                Query definition = definition(entry.relation());
                for (RowMarkClause mark : query.rowMarks()) {
                    if (mark.rti() == rti) {
                        definition = locked(definition, mark);
                    }
                }
                if (rtable == null) {
                    rtable = new ArrayList<>(rewritten.rtable());
                }
                rtable.set(
                        i,
                        new RteSubquery(
                                definition,
                                false,
                                entry.relation().securityBarrier(),
                                entry.relation().oid(),
                                entry.alias(),
                                entry.eref(),
                                entry.inFromClause()));
            }
        }
        if (rtable == null) {
            return rewritten;
        }
        Query.Builder b = rewritten.toBuilder();
        b.rtable = rtable;
        return b.build();
    }

    /// Tables whose policies are applied here become queries.
    private Query secured(Query query) {
        Query secured = query;
        for (int rti = 1; rti <= query.rtable().size(); rti++) {
            if (query.rtable().get(rti - 1) instanceof RteRelation entry
                    && entry.relation().rowSecurity()
                    && rti != query.returningOld()
                    && rti != query.returningNew()) {
                secured = secured(secured, rti, entry);
            }
        }
        return secured;
    }

    private Query secured(Query query, int rti, RteRelation entry) {
        RowMarkClause mark = query.rowMarks().stream()
                .filter(m -> m.rti() == rti)
                .findFirst()
                .orElse(null);
        List<Var> extra = UnlistedColumns.of(query, rti);
        CommandType command = rti == query.resultRelation() ? query.commandType() : CommandType.SELECT;
        Query visible = security.visible(entry, command, mark != null, extra);
        if (visible == null) {
            return query;
        }
        // privileges are asked for as if the shards had been given the statement
        othersViews = true;
        List<RangeTblEntry> rtable = new ArrayList<>(query.rtable());
        List<String> names = new ArrayList<>(entry.eref().columnNames());
        visible.targetList()
                .subList(names.size(), visible.targetList().size())
                .forEach(target -> names.add(String.valueOf(target.name())));
        rtable.set(
                rti - 1,
                new RteSubquery(
                        mark == null ? visible : locked(visible, mark),
                        false,
                        true,
                        0,
                        entry.alias(),
                        new Alias(entry.eref().name(), names),
                        entry.inFromClause()));
        Query.Builder b = query.toBuilder();
        b.rtable = rtable;
        return extra.isEmpty()
                ? b.build()
                : UnlistedColumns.listed(
                        b.build(), rti, extra, entry.relation().columns().size());
    }

    /// Whether policies have been applied that shards could not.
    boolean policiesApplied() {
        return security.applied;
    }

    @Override
    public Expr rewrite(Expr expr) {
        return rewriteChildren(expr);
    }

    /// pg_dump asks that the views of users be left alone (restrict_nonsystem_relation_kind).
    static void checkUsable(Relation view, FunctionContext session) {
        String restricted = session.setting("restrict_nonsystem_relation_kind");
        if (restricted != null
                && Integer.compareUnsigned(view.oid(), ShardingCatalog.FIRST_NORMAL_OID) >= 0
                && List.of(restricted.toLowerCase(Locale.ROOT).split("\\s*,\\s*"))
                        .contains("view")) {
            throw new SqlException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "access to non-system view \"" + view.name() + "\" is restricted");
        }
    }

    private Query definition(Relation view) {
        checkUsable(view, session);
        if (!active.add(view.oid())) {
            throw new SqlException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "infinite recursion detected in rules for relation \"" + view.name() + "\"");
        }
        try {
            return rewrite(analyzed(view));
        } finally {
            active.remove(view.oid());
        }
    }

    /// Whether the session's role owns it.
    boolean isOwn(Relation relation) {
        return relation.owner() == user
                || Integer.compareUnsigned(relation.oid(), ShardingCatalog.FIRST_NORMAL_OID) < 0;
    }

    /// A view's own query, with the views in it as they are.
    /// Its relations are marked to be read with the rights of its owner (setRuleCheckAsUser).
    Query analyzed(Relation view) {
        ViewText definition = ViewText.of(String.valueOf(view.viewDefinition()));
        CatalogView qualified = new CatalogView(
                catalog.catalog(), new SearchPath(List.of(), catalog.path().tempSchema()));
        Query query = ExprEquality.withoutPositions(
                Analyzer.analyze(definition.statement(), definition.text(), qualified, session, ParameterTypes.none()));
        boolean others = !isOwn(view);
        othersViews |= others;
        return others && !view.securityInvoker() ? CheckAsUser.in(query, view.owner()) : query;
    }

    /// FOR UPDATE of a view locks the rows of its tables (markQueryForLocking).
    private static Query locked(Query query, RowMarkClause mark) {
        List<RowMarkClause> marks = new ArrayList<>(query.rowMarks());
        List<RangeTblEntry> rtable = new ArrayList<>(query.rtable());
        for (int i = 0; i < rtable.size(); i++) {
            RowMarkClause inner = new RowMarkClause(i + 1, mark.strength(), mark.waitPolicy(), true);
            if (rtable.get(i) instanceof RteRelation) {
                marks.add(inner);
            } else if (rtable.get(i) instanceof RteSubquery sub) {
                marks.add(inner);
                rtable.set(i, sub.withQuery(locked(sub.query(), inner)));
            }
        }
        Query.Builder b = query.toBuilder();
        b.rowMarks = marks;
        b.rtable = rtable;
        return b.build();
    }
}
