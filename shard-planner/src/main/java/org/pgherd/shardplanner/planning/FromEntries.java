package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SyntaxExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.XmlTableExpr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.cost.QueryRows;
import org.pgherd.shardplanner.deparse.SyntaxText;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Refusal;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.facts.Reach;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.AskedRows;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.TableFunction;
import org.pgherd.shardplanner.plan.Values;

/// What stands in FROM by itself: a table stays with its shards, rows that are computed become a plan here.
final class FromEntries {
    private final Query query;
    private final Environment environment;
    private final Planning planning;
    private final QueryPlanner queries;
    /// Entries whose whole row is read, and as which type.
    private final Map<Integer, SqlType> wholeRows = new HashMap<>();

    FromEntries(Query query, Environment environment, QueryPlanner queries) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.planning = queries.planning();
        ExprWalk.anyDeep(query, 0, (e, depth) -> {
            if (e instanceof Var var && var.levelsUp() == depth && var.attno() == 0) {
                wholeRows.putIfAbsent(var.varno(), var.type());
            }
            return false;
        });
    }

    /// What runs for each row of another item.
    LocalPart called(int rtindex) {
        RangeTblEntry entry = query.rte(rtindex);
        PlanNode node = switch (entry) {
            case RteSubquery sub -> queries.plan(sub.query(), environment.below());
            case RteFunction function -> functionScan(function, rtindex, environment);
            case RteValues values -> queries.values(values.lists(), names(entry), environment);
            default -> throw new AssertionError("LATERAL " + entry);
        };
        return scan(Set.of(rtindex), node, rtindex, 10);
    }

    Part leaf(int rtindex, Equalities equal) {
        RangeTblEntry entry = query.rte(rtindex);
        Finding finding = environment.locality().leaf(rtindex, query, equal);
        Set<Integer> self = Set.of(rtindex);
        if (entry instanceof RteRelation relation) {
            if (!(finding instanceof Spread spread)) {
                throw new AssertionError("relation without a place: " + relation.relation());
            }
            double rows = QueryRows.ofRelation(relation, planning.facts());
            return new RemotePart(self, List.of(new RangeTblRef(rtindex)), List.of(), spread, rows);
        }
        return switch (entry) {
            case RteSubquery sub -> {
                double rows = QueryRows.of(sub.query(), planning.facts());
                boolean subtree = planning.allows(Rung.SCATTER) || Shippable.systemOnly(sub.query());
                boolean ordered = !sub.query().sortClause().isEmpty()
                        && finding instanceof Spread several
                        && several.kind() == Spread.Kind.SHARDED
                        && !several.onOneShard();
                // PostgreSQL keeps a subquery's order where nothing disturbs it: merge it
                if (subtree && !ordered && finding instanceof Spread spread && spread.kind() != Spread.Kind.ANYWHERE) {
                    yield new RemotePart(self, List.of(new RangeTblRef(rtindex)), List.of(), spread, rows);
                }
                yield scan(self, queries.plan(sub.query(), environment.below()), rtindex, rows);
            }
            case RteFunction function -> function(function, rtindex, finding);
            case RteValues values ->
                scan(
                        self,
                        queries.values(values.lists(), names(entry), environment),
                        rtindex,
                        values.lists().size());
            case RteCte cte -> scan(self, environment.scan(cte), rtindex, 1000);
            case RteResult _ -> scan(self, Values.oneRow(), rtindex, 1);
            case RteNamedTuplestore t ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "transition table \"" + t.name() + "\" cannot be read here");
            case RteRelation _, RteJoin _ -> throw new AssertionError("not a leaf");
        };
    }

    private Part function(RteFunction function, int rtindex, Finding finding) {
        boolean here = function.functions().stream()
                .allMatch(f -> ExprFacts.runsHere(f.expr(), planning.facts()) && !f.hasColumnDefinitions()
                        || ExprFacts.runsHere(f.expr(), planning.facts()) && finding instanceof Refusal);
        if (!here && finding instanceof Spread spread) {
            return new RemotePart(Set.of(rtindex), List.of(new RangeTblRef(rtindex)), List.of(), spread, 100);
        }
        return scan(Set.of(rtindex), functionScan(function, rtindex, environment), rtindex, 100);
    }

    private FunctionScan functionScan(RteFunction function, int rtindex, Environment at) {
        List<TableFunction> calls = new ArrayList<>();
        for (var f : function.functions()) {
            List<PlanColumn> columns = new ArrayList<>();
            for (int i = 0; i < f.columnTypes().size(); i++) {
                columns.add(
                        new PlanColumn(f.columnNames().get(i), f.columnTypes().get(i)));
            }
            Expr call = queries.expressions(List.of(f.expr()), at).getFirst();
            boolean composite = f.hasColumnDefinitions()
                    || f.expr() instanceof SyntaxExpr
                    || queries.isRowType(f.expr().type());
            Expr here = switch (call) {
                case XmlTableExpr table -> asked(table, f.columnTypes());
                case FuncExpr only
                when !f.hasColumnDefinitions()
                        && !planning.facts().runsHere(only.funcId())
                        && planning.facts().reach(only.funcId()) != Reach.TABLES ->
                    Asks.rows(only, f.columnTypes(), planning.facts());
                default -> call;
            };
            calls.add(new TableFunction(
                    here, composite, columns, ExprFacts.volatility(f.expr(), planning.facts()) == Volatility.VOLATILE));
        }
        return new FunctionScan(calls, function.ordinality(), names(query.rte(rtindex)));
    }

    private AskedRows asked(XmlTableExpr table, List<SqlType> columns) {
        List<Expr> arguments = table.arguments();
        int[] next = {0};
        IdentityHashMap<Expr, String> names = new IdentityHashMap<>();
        arguments.forEach(argument -> names.put(argument, "$" + ++next[0]));
        String sql = "SELECT * FROM "
                + new SyntaxText(planning.facts(), argument -> java.util.Objects.requireNonNull(names.get(argument)))
                        .of(table);
        return new AskedRows(sql, arguments, columns, table.at());
    }

    private static List<PlanColumn> names(RangeTblEntry entry) {
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < entry.columnCount(); i++) {
            List<String> names = entry.eref().columnNames();
            columns.add(new PlanColumn(
                    i < names.size() ? names.get(i) : "column" + (i + 1),
                    entry.columnTypes().get(i)));
        }
        return columns;
    }

    /// A node whose columns are the entry's.
    private LocalPart scan(Set<Integer> relations, PlanNode node, int rtindex, double rows) {
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < node.output().size(); i++) {
            columns.add(new Var(rtindex, i + 1, query.rte(rtindex).columnTypes().get(i), 0, Position.NONE));
        }
        LocalPart part = new LocalPart(relations, node, columns, rows);
        SqlType type = wholeRows.get(rtindex);
        return type == null ? part : withWholeRow(part, rtindex, type);
    }

    /// A whole row is put together below the joins: one that an outer join makes up is NULL, not a row of NULLs.
    private LocalPart withWholeRow(LocalPart part, int rtindex, SqlType type) {
        List<Expr> columns = new ArrayList<>(part.columns());
        List<PlanColumn> output = new ArrayList<>(part.node().output());
        List<Expr> exprs = new ArrayList<>(part.resolve(part.columns()));
        List<String> given = query.rte(rtindex).eref().columnNames();
        List<String> names = given.size() == exprs.size()
                ? given
                : output.stream().map(PlanColumn::name).toList();
        columns.add(new Var(rtindex, 0, type, 0, Position.NONE));
        exprs.add(new RowExpr(exprs, names, CoercionForm.IMPLICIT_CAST, type, Position.NONE));
        output.add(new PlanColumn(query.rte(rtindex).eref().name(), type));
        return new LocalPart(part.relations(), new Project(part.node(), exprs, output), columns, part.rows());
    }
}
