package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.LockingClause;
import org.pgherd.grammar.ast.WindowDef;

/// One query level while it is analyzed (struct ParseState of parse_node.h).
final class ParseState {
    final AnalysisContext context;
    final @Nullable ParseState parent;
    final List<RangeTblEntry> rtable = new ArrayList<>();
    final List<FromItem> joinlist = new ArrayList<>();
    List<NamespaceItem> namespace = new ArrayList<>();
    /// LATERAL items may be referred to now.
    boolean lateralActive;
    /// WITH queries that may be referred to now.
    List<CteState> ctes = new ArrayList<>();
    /// WITH queries of this level still to come: named in hints only.
    List<org.pgherd.grammar.ast.CommonTableExpr> futureCtes = new ArrayList<>();
    /// The WITH query whose body this level is.
    @Nullable
    CteState parentCte;

    @Nullable
    NamespaceItem target;

    boolean isInsert;
    final List<WindowDef> windowDefs = new ArrayList<>();
    ExprKind exprKind = ExprKind.OTHER;
    int nextResno = 1;

    @Nullable
    LockingClause lockedFromParent;
    /// In a subquery: unknown output columns become text, except where the query around will decide.
    boolean resolveUnknowns = true;
    boolean hasAggs;
    boolean hasWindowFuncs;
    boolean hasTargetSRFs;
    boolean hasSubLinks;
    boolean hasModifyingCTE;
    boolean inLocking;
    /// The last set-returning call seen, to find one inside arguments of another.
    @Nullable
    Expr lastSrf;
    /// Sources `(a, b) = (SELECT ...)` already analyzed, by their raw node's position in the SET list.
    final List<MultiAssignSource> multiAssignSources = new ArrayList<>();
    int nextSubLinkId = 1;

    /// The row source of a multi-column assignment, analyzed once for all its columns.
    record MultiAssignSource(org.pgherd.grammar.ast.Expr raw, Expr analyzed) {}

    ParseState(AnalysisContext context, @Nullable ParseState parent) {
        this.context = context;
        this.parent = parent;
    }

    ParseState child() {
        return new ParseState(context, this);
    }

    CatalogView catalog() {
        return context.catalog();
    }

    RangeTblEntry rte(int rtindex) {
        return rtable.get(rtindex - 1);
    }

    /// Adds to the range table; the index.
    int add(RangeTblEntry entry) {
        rtable.add(entry);
        return rtable.size();
    }

    /// The state `levels` query levels out.
    ParseState up(int levels) {
        ParseState p = this;
        for (int i = 0; i < levels; i++) {
            ParseState next = p.parent;
            if (next == null) {
                throw new AssertionError("no query level " + levels + " levels up");
            }
            p = next;
        }
        return p;
    }

    /// What the Query needs of this state at the end.
    void fill(Query.Builder b) {
        b.rtable = rtable;
        List<CommonTableExpr> list = new ArrayList<>();
        ctes.forEach(cte -> list.add(cte.finish()));
        b.cteList = list;
        b.hasAggs = hasAggs;
        b.hasWindowFuncs = hasWindowFuncs;
        b.hasTargetSRFs = hasTargetSRFs;
        b.hasSubLinks = hasSubLinks;
        b.hasModifyingCTE = hasModifyingCTE;
    }

    static Position leftmost(Position a, Position b) {
        if (!a.isKnown()) {
            return b;
        }
        return b.isKnown() && b.start() < a.start() ? b : a;
    }
}
