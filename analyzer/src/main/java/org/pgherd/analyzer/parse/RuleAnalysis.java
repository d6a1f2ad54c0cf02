package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.Alias;
import org.pgherd.grammar.ast.RuleEvent;
import org.pgherd.grammar.ast.RuleStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.semantics.function.FunctionContext;

/// The condition and the actions of a rule (transformRuleStmt of parse_utilcmd.c). In both, range table entry 1 is the
/// old row and 2 the new one; an action INSERT ... SELECT has them in its SELECT.
///
/// @param actions may be utility statements; empty for NOTHING
public record RuleAnalysis(@Nullable Expr qual, List<Query> actions) {
    public static final int OLD = 1;
    public static final int NEW = 2;

    public RuleAnalysis {
        actions = List.copyOf(actions);
    }

    /// @param definition as pg_get_ruledef gives it, all names in it qualified
    public static RuleAnalysis of(String definition, Relation relation, CatalogView catalog, FunctionContext session) {
        if (!(SqlParser.parse(definition).getFirst().stmt() instanceof RuleStmt rule)) {
            throw new AssertionError("no rule: " + definition);
        }
        AnalysisContext context = new AnalysisContext(definition, catalog, session, ParameterTypes.none(), null);
        Expr qual = null;
        if (rule.whereClause() != null) {
            ParseState p = state(context, relation, rule.event(), true);
            qual = CollationAssignment.expression(p, Clauses.where(p, rule.whereClause(), ExprKind.WHERE, "WHERE"));
        }
        List<Query> actions = new ArrayList<>();
        for (Statement statement : rule.actions()) {
            switch (statement) {
                case org.pgherd.grammar.ast.Query query ->
                    actions.add(action(state(context, relation, rule.event(), false), query, qual, rule.event()));
                case UtilityStatement _ -> {
                    Query.Builder b = Query.builder(CommandType.UTILITY);
                    b.utilityStmt = statement;
                    actions.add(b.build());
                }
            }
        }
        return new RuleAnalysis(qual, actions);
    }

    /// Only the rows that the event has can be named. A condition may leave out a row's name.
    private static ParseState state(
            AnalysisContext context, Relation relation, RuleEvent event, boolean columnsVisible) {
        ParseState p = new ParseState(context, null);
        NamespaceItem old = Relations.addRelation(p, relation, alias("old"), false, false);
        NamespaceItem changed = Relations.addRelation(p, relation, alias("new"), false, false);
        if (event != RuleEvent.INSERT) {
            p.namespace.add(old);
        }
        if (event == RuleEvent.INSERT || event == RuleEvent.UPDATE) {
            p.namespace.add(changed);
        }
        p.namespace.forEach(row -> row.columnsVisible = columnsVisible);
        return p;
    }

    private static Alias alias(String name) {
        return new Alias(name, List.of(), Position.NONE);
    }

    private static Query action(
            ParseState p, org.pgherd.grammar.ast.Query statement, @Nullable Expr qual, RuleEvent event) {
        Query action = SelectAnalysis.statement(p, statement);
        Query source = source(action);
        boolean hasOld = names(source, OLD) || qual != null && names(qual, OLD);
        boolean hasNew = names(source, NEW) || qual != null && names(qual, NEW);
        // NEW of an update is the old row changed, so it is a reference to the old one
        if (hasOld || hasNew && event == RuleEvent.UPDATE) {
            List<FromItem> from = new ArrayList<>(source.jointree().fromList());
            from.add(new RangeTblRef(OLD));
            Query.Builder b = source.toBuilder();
            b.jointree = new FromExpr(from, source.jointree().quals());
            return withSource(action, b.build());
        }
        return action;
    }

    private static boolean names(Query query, int row) {
        return ExprWalk.anyDeep(
                query, 0, (e, depth) -> e instanceof Var v && v.varno() == row && v.levelsUp() == depth);
    }

    private static boolean names(Expr expr, int row) {
        return ExprWalk.anyDeep(expr, 0, (e, depth) -> e instanceof Var v && v.varno() == row && v.levelsUp() == depth);
    }

    /// The query in whose range table the old and new rows stand: the SELECT of INSERT ... SELECT, else the action
    /// itself (getInsertSelectQuery of rewriteManip.c).
    public static Query source(Query action) {
        RteSubquery select = select(action);
        return select == null ? action : select.query();
    }

    /// The action with that query exchanged.
    public static Query withSource(Query action, Query source) {
        RteSubquery select = select(action);
        if (select == null) {
            return source;
        }
        Query.Builder b = action.toBuilder();
        b.rtable = new ArrayList<>(action.rtable());
        b.rtable.set(b.rtable.indexOf(select), select.withQuery(source));
        return b.build();
    }

    private static @Nullable RteSubquery select(Query action) {
        if (action.commandType() != CommandType.INSERT
                || action.rtable().size() >= NEW && isRow(action, OLD, "old") && isRow(action, NEW, "new")) {
            return null;
        }
        for (FromItem item : action.jointree().fromList()) {
            if (item instanceof RangeTblRef ref && action.rte(ref.rtindex()) instanceof RteSubquery sub) {
                return sub;
            }
        }
        return null;
    }

    private static boolean isRow(Query query, int index, String name) {
        return query.rte(index).eref().name().equals(name);
    }
}
