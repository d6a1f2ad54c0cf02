package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblFunction;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.NestParameter;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;

/// Rung 5 for aggregates that Java lacks (users' own): the rows are collected into one array per column and any shard
/// groups them: `SELECT g, agg(x) FROM ROWS FROM (unnest($1), unnest($2)) AS u(g, x) GROUP BY g`.
final class AskedAggregates {
    private static final int ARRAY_AGG = 2335;
    private static final int UNNEST = 2331;

    private AskedAggregates() {}

    /// A node that yields the targets of `grouped`, whose expressions are over the columns of `input`; null if a
    /// column has no array type, or is an array itself (arrays of arrays would be unnested to their elements).
    ///
    /// @param grouped GROUP BY and target list of the query to ask
    static @Nullable PlanNode of(LocalPart input, Query.Builder grouped, Planning planning) {
        List<SqlType> arrays = new ArrayList<>();
        for (PlanColumn column : input.node().output()) {
            TypeRow type = planning.facts().types().type(column.type().oid());
            if (type == null || type.arrayOid() == 0 || type.isTrueArray()) {
                return null;
            }
            arrays.add(new SqlType(type.arrayOid(), -1, column.type().collation()));
        }
        if (arrays.isEmpty()) {
            return null;
        }
        List<NestParameter> parameters = new ArrayList<>();
        List<RangeTblFunction> functions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            int number = planning.newVaryingParameter();
            parameters.add(new NestParameter(number, i + 1));
            Param array = new Param(Param.Kind.EXEC, number, arrays.get(i), Position.NONE);
            SqlType element = input.node().output().get(i).type();
            Expr call = new FuncExpr(
                    UNNEST,
                    "unnest",
                    List.of(array),
                    false,
                    true,
                    CoercionForm.EXPLICIT_CALL,
                    element,
                    0,
                    Position.NONE);
            functions.add(new RangeTblFunction(call, false, List.of("c" + (i + 1)), List.of(element)));
            names.add("c" + (i + 1));
        }
        Alias alias = new Alias("u", names);
        grouped.commandType = CommandType.SELECT;
        grouped.rtable = List.of(new RteFunction(functions, false, false, alias, alias, true));
        grouped.jointree = new FromExpr(List.of(new RangeTblRef(1)), null);
        ExprRewriter columns = columnsOf(input);
        List<TargetEntry> targets = new ArrayList<>();
        grouped.targetList.forEach(entry -> targets.add(entry.withExpr(columns.rewrite(entry.expr()))));
        grouped.targetList = targets;
        Remote remote = Remotes.of(
                grouped.build(),
                Spread.anywhere("an aggregate that only PostgreSQL computes"),
                List.of(),
                Rung.ASK,
                "the aggregate needs the rows of all shards",
                planning);
        NestedLoop loop = new NestedLoop(JoinKind.INNER, collected(input, arrays), remote, List.of(), parameters);
        List<Expr> outputs = new ArrayList<>();
        for (int i = 0; i < remote.output().size(); i++) {
            outputs.add(new Var(
                    Var.OUTER, arrays.size() + i + 1, remote.output().get(i).type(), 0, Position.NONE));
        }
        return Projects.over(loop, outputs, remote.output());
    }

    private static Aggregate collected(LocalPart input, List<SqlType> arrays) {
        List<AggregateCall> calls = new ArrayList<>();
        List<PlanColumn> output = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            SqlType element = input.node().output().get(i).type();
            Expr column = new Var(Var.OUTER, i + 1, element, 0, Position.NONE);
            calls.add(new AggregateCall(
                    ARRAY_AGG,
                    List.of(),
                    List.of(column),
                    1,
                    List.of(),
                    List.of(),
                    null,
                    false,
                    false,
                    element.collation(),
                    arrays.get(i)));
            output.add(new PlanColumn("array_agg", arrays.get(i)));
        }
        return new Aggregate(input.node(), Aggregate.Strategy.PLAIN, List.of(), calls, List.of(), List.of(), output);
    }

    /// Replaces what the input's columns are by columns of the unnested arrays.
    private static ExprRewriter columnsOf(LocalPart input) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                int position = input.position(expr);
                if (position != 0) {
                    return new Var(1, position, expr.type(), 0, Position.NONE);
                }
                return rewriteChildren(expr);
            }
        };
    }
}
