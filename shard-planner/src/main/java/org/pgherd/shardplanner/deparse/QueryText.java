package org.pgherd.shardplanner.deparse;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.GroupingSet;
import org.pgherd.analyzer.query.LimitOption;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Queries as SQL (ruleutils.c:get_query_def).
public final class QueryText {
    private final Output output;
    private final Query query;
    private final Scope scope;
    private final ExprText exprs;

    QueryText(Output output, Query query, @Nullable Scope outer) {
        this.output = output;
        this.query = query;
        this.scope = new Scope(query, outer);
        this.exprs = new ExprText(output, scope);
    }

    /// Over names that are already given.
    QueryText(Output output, Query query, Scope scope, ExprText exprs) {
        this.output = output;
        this.query = query;
        this.scope = scope;
        this.exprs = exprs;
    }

    /// A whole statement.
    public static SqlText of(Query query, PlanningFacts facts) {
        Output output = new Output(facts);
        output.add(new QueryText(output, query, null).text());
        return output.finish();
    }

    /// An expression over one query's range table, for explanations and for clauses that are put together
    /// elsewhere.
    public static SqlText expression(Expr expr, Query query, PlanningFacts facts) {
        Output output = new Output(facts);
        output.add(new ExprText(output, new Scope(query, null)).of(expr));
        return output.finish();
    }

    /// ON CONFLICT and RETURNING of an INSERT whose rows come as parameters: the suffix of its statement.
    public static SqlText insertSuffix(Query insert, PlanningFacts facts) {
        Output output = new Output(facts);
        QueryText text = new QueryText(output, insert, null);
        output.add(new ModifyText(output, insert, text.scope, text.exprs).insertSuffix());
        return output.finish();
    }

    /// RETURNING of a write whose target has the alias; without parameters.
    public static String returning(Query write, String alias, PlanningFacts facts) {
        Output output = new Output(facts);
        QueryText text = new QueryText(output, write, null);
        text.scope.setAlias(write.resultRelation(), alias);
        String sql = new ModifyText(output, write, text.scope, text.exprs)
                .returning()
                .strip();
        if (!output.parameters().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "parameters in RETURNING of a write over several shards are not supported",
                    write.at());
        }
        return sql;
    }

    String text() {
        String with = with();
        return with
                + switch (query.commandType()) {
                    case SELECT -> query.setOperations() == null ? select() : setOperation();
                    case INSERT, UPDATE, DELETE, MERGE -> new ModifyText(output, query, scope, exprs).text();
                    case UTILITY, NOTHING -> throw new AssertionError(query.commandType() + " has no query text");
                };
    }

    private String with() {
        if (query.cteList().isEmpty()) {
            return "";
        }
        StringJoiner list = new StringJoiner(", ", query.hasRecursive() ? "WITH RECURSIVE " : "WITH ", " ");
        for (CommonTableExpr cte : query.cteList()) {
            StringJoiner columns = new StringJoiner(", ", "(", ")");
            cte.ownColumnNames().forEach(name -> columns.add(Identifiers.quote(name)));
            String materialize = switch (cte.materialize()) {
                case DEFAULT -> "";
                case ALWAYS -> "MATERIALIZED ";
                case NEVER -> "NOT MATERIALIZED ";
            };
            list.add(Identifiers.quote(cte.name()) + (cte.ownColumnNames().isEmpty() ? "" : columns) + " AS "
                    + materialize + "(" + new QueryText(output, cte.query(), scope).text() + ")" + searchAndCycle(cte));
        }
        return list.toString();
    }

    private String searchAndCycle(CommonTableExpr cte) {
        StringBuilder out = new StringBuilder();
        if (cte.search() != null) {
            out.append(" SEARCH ")
                    .append(cte.search().breadthFirst() ? "BREADTH" : "DEPTH")
                    .append(" FIRST BY ")
                    .append(names(cte.search().columns()))
                    .append(" SET ")
                    .append(Identifiers.quote(cte.search().sequenceColumn()));
        }
        if (cte.cycle() != null) {
            out.append(" CYCLE ")
                    .append(names(cte.cycle().columns()))
                    .append(" SET ")
                    .append(Identifiers.quote(cte.cycle().markColumn()))
                    .append(" TO ")
                    .append(mark(cte.cycle().markValue()))
                    .append(" DEFAULT ")
                    .append(mark(cte.cycle().markDefault()))
                    .append(" USING ")
                    .append(Identifiers.quote(cte.cycle().pathColumn()));
        }
        return out.toString();
    }

    /// The grammar takes a bare constant here: `type 'text'` instead of a cast.
    private String mark(Expr expr) {
        if (!(expr instanceof Const constant) || constant.value() == null || constant.value() instanceof Boolean) {
            return exprs.of(expr);
        }
        String type = constant.type().oid() == TypeOids.UNKNOWN ? "" : output.facts.typeName(constant.type()) + " ";
        return type + Literals.quote(output.facts.text(constant));
    }

    private static String names(List<String> names) {
        StringJoiner joiner = new StringJoiner(", ");
        names.forEach(name -> joiner.add(Identifiers.quote(name)));
        return joiner.toString();
    }

    private String select() {
        if (isBareValues()) {
            return FromText.values((RteValues) query.rte(1), exprs) + tail();
        }
        StringBuilder out = new StringBuilder("SELECT ");
        // FROM first: aliases are then given in the order of the range table
        String from = from();
        if (query.hasDistinctOn()) {
            StringJoiner keys = new StringJoiner(", ", "DISTINCT ON (", ") ");
            for (SortGroupClause clause : query.distinctClause()) {
                keys.add(exprs.item(ExprText.target(clause, query.targetList()), query.targetList(), true));
            }
            out.append(keys);
        } else if (!query.distinctClause().isEmpty()) {
            out.append("DISTINCT ");
        }
        out.append(targets(query.targetList()));
        out.append(from);
        if (query.jointree().quals() != null) {
            out.append(" WHERE ").append(exprs.of(query.jointree().quals()));
        }
        out.append(groupBy());
        if (query.havingQual() != null) {
            out.append(" HAVING ").append(exprs.of(query.havingQual()));
        }
        return out.append(tail()).toString();
    }

    /// `VALUES (..), (..)` alone is a query over one RteValues that shows its columns as they are.
    private boolean isBareValues() {
        if (query.rtable().size() != 1
                || !(query.rte(1) instanceof RteValues values)
                || query.jointree().quals() != null
                || query.jointree().fromList().size() != 1
                || !query.groupClause().isEmpty()
                || !query.distinctClause().isEmpty()
                || query.havingQual() != null
                || query.targetList().size() != values.columnCount()) {
            return false;
        }
        int position = 1;
        for (TargetEntry entry : query.targetList()) {
            if (!(entry.expr() instanceof Var var)
                    || var.attno() != position++
                    || var.levelsUp() != 0
                    || entry.junk()) {
                return false;
            }
        }
        return true;
    }

    private String targets(List<TargetEntry> entries) {
        StringJoiner list = new StringJoiner(", ");
        for (TargetEntry entry : entries) {
            if (!entry.junk()) {
                list.add(target(entry));
            }
        }
        return list.toString();
    }

    String target(TargetEntry entry) {
        String text = exprs.items(List.of(entry.expr()));
        return entry.name() == null ? text : text + " AS " + Identifiers.quote(entry.name());
    }

    private String from() {
        if (query.jointree().fromList().isEmpty()) {
            return "";
        }
        return " FROM " + fromItems(query.jointree().fromList());
    }

    private String fromItems(List<FromItem> items) {
        FromText text = new FromText(output, scope, exprs);
        List<String> parts = new ArrayList<>();
        for (FromItem item : items) {
            parts.add(text.of(item));
        }
        return String.join(", ", parts);
    }

    private String groupBy() {
        if (query.groupClause().isEmpty() && query.groupingSets().isEmpty()) {
            return "";
        }
        StringJoiner items = new StringJoiner(", ", query.groupDistinct() ? " GROUP BY DISTINCT " : " GROUP BY ", "");
        if (query.groupingSets().isEmpty()) {
            query.groupClause().forEach(clause -> items.add(groupItem(clause.tleSortGroupRef())));
        } else {
            query.groupingSets().forEach(set -> items.add(groupingSet(set, true)));
        }
        return items.toString();
    }

    private String groupItem(int ref) {
        for (TargetEntry entry : query.targetList()) {
            if (entry.sortGroupRef() == ref) {
                String text = exprs.item(
                        entry, query.targetList(), query.groupingSets().isEmpty());
                return text.startsWith("(") ? "(" + text + ")" : text;
            }
        }
        throw new AssertionError("group reference " + ref + " is missing");
    }

    private String groupingSet(GroupingSet set, boolean top) {
        StringJoiner parts = new StringJoiner(", ");
        set.refs().forEach(ref -> parts.add(groupItem(ref)));
        set.content().forEach(content -> parts.add(groupingSet(content, false)));
        return switch (set.kind()) {
            case EMPTY -> "()";
            case SIMPLE -> set.refs().size() == 1 && top ? parts.toString() : "(" + parts + ")";
            case ROLLUP -> "ROLLUP(" + parts + ")";
            case CUBE -> "CUBE(" + parts + ")";
            case SETS -> "GROUPING SETS(" + parts + ")";
        };
    }

    private String setOperation() {
        return setOperation(query.setOperations(), true) + tail();
    }

    private String setOperation(@Nullable SetOperationTree tree, boolean top) {
        return switch (tree) {
            case null -> throw new AssertionError("no set operation");
            case RangeTblRef ref ->
                "(" + new QueryText(output, ((RteSubquery) query.rte(ref.rtindex())).query(), scope).text() + ")";
            case SetOperationStmt op -> {
                String text = setOperation(op.left(), false) + " " + op.op() + (op.all() ? " ALL " : " ")
                        + setOperation(op.right(), false);
                yield top ? text : "(" + text + ")";
            }
        };
    }

    /// The locks that a query around asked for are said by that query, unless this one is sent without it.
    private boolean locksForItself() {
        return scope.outer == null
                && query.groupClause().isEmpty()
                && query.groupingSets().isEmpty()
                && query.distinctClause().isEmpty()
                && query.windowClause().isEmpty()
                && query.setOperations() == null
                && query.targetList().stream()
                        .noneMatch(entry ->
                                ExprWalk.any(entry.expr(), e -> e instanceof Aggref || e instanceof WindowFunc));
    }

    private String tail() {
        StringBuilder out = new StringBuilder();
        if (!query.sortClause().isEmpty()) {
            out.append(" ORDER BY ").append(exprs.sortList(query.sortClause(), query.targetList(), true));
        }
        if (query.limitOffset() != null) {
            out.append(" OFFSET ").append(exprs.of(query.limitOffset()));
        }
        if (query.limitCount() != null) {
            String count = exprs.of(query.limitCount());
            out.append(
                    query.limitOption() == LimitOption.WITH_TIES
                            ? " FETCH FIRST (" + count + ") ROWS WITH TIES"
                            : " LIMIT " + count);
        }
        for (RowMarkClause mark : query.rowMarks()) {
            // a view of a set operation has no rows of its own to lock
            boolean none = query.rte(mark.rti()) instanceof RteSubquery sub
                    && sub.query().setOperations() != null;
            if (none || mark.pushedDown() && !locksForItself()) {
                continue;
            }
            out.append(
                            switch (mark.strength()) {
                                case KEY_SHARE -> " FOR KEY SHARE OF ";
                                case SHARE -> " FOR SHARE OF ";
                                case NO_KEY_UPDATE -> " FOR NO KEY UPDATE OF ";
                                case UPDATE -> " FOR UPDATE OF ";
                            })
                    .append(Identifiers.quote(scope.alias(mark.rti())))
                    .append(
                            switch (mark.waitPolicy()) {
                                case BLOCK -> "";
                                case SKIP -> " SKIP LOCKED";
                                case ERROR -> " NOWAIT";
                            });
        }
        return out.toString();
    }
}
