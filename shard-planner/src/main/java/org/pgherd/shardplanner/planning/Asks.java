package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.deparse.SyntaxText;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.AskedRows;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Rung 5: calls that only PostgreSQL can compute become columns that a shard is asked for.
final class Asks {
    private Asks() {}

    /// The part with a column for each such call in the expressions, inner calls first.
    static LocalPart add(LocalPart part, List<Expr> exprs, Planning planning) {
        LocalPart at = part;
        for (int round = 0; ; round++) {
            List<Expr> calls = new ArrayList<>();
            for (Expr expr : exprs) {
                collect(expr, at, planning, calls);
            }
            if (calls.isEmpty()) {
                return at;
            }
            if (round > 100) {
                throw new AssertionError("calls to ask for do not become fewer");
            }
            List<AskCall> asks = new ArrayList<>();
            List<Expr> columns = new ArrayList<>(at.columns());
            for (Expr call : calls) {
                asks.add(ask(call, at, planning.facts()));
                columns.add(call);
            }
            at = new LocalPart(at.relations(), new AskShard(at.node(), asks), columns, at.rows());
        }
    }

    /// The rows of a function in FROM, which a shard is asked for one call at a time.
    static AskedRows rows(FuncExpr call, List<SqlType> columns, PlanningFacts facts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            names.add("$" + (i + 1) + collate(call, call.args().get(i), i, facts));
        }
        String sql =
                "SELECT * FROM " + facts.functionName(call.funcId()) + "(" + list(names, call.variadic()) + ") AS rows";
        return new AskedRows(sql, call.args(), columns, call.at());
    }

    private static void collect(Expr expr, LocalPart part, Planning planning, List<Expr> calls) {
        if (part.position(expr) != 0) {
            return;
        }
        int before = calls.size();
        for (Expr child : ExprWalk.children(expr)) {
            collect(child, part, planning, calls);
        }
        boolean set = expr instanceof FuncExpr f && f.retset();
        boolean ofSubPlan = ExprWalk.any(expr, e -> e instanceof Param p && p.kind() == Param.Kind.SUBLINK);
        if (calls.size() == before
                && !set
                && !ofSubPlan
                && isAskable(expr)
                && OnlyOnShards.isCallOnlyThere(expr, planning)) {
            Expr plain = ExprEquality.withoutPositions(expr);
            if (!calls.contains(plain)) {
                calls.add(plain);
            }
        }
    }

    private static boolean isAskable(Expr expr) {
        return expr instanceof FuncExpr
                || expr instanceof RelabelType
                || expr instanceof OpExpr
                || expr instanceof ScalarArrayOpExpr
                || expr instanceof DistinctExpr
                || expr instanceof NullIfExpr
                || expr instanceof MinMaxExpr
                || expr instanceof RowCompareExpr
                || expr instanceof XmlExpr;
    }

    private static AskCall ask(Expr call, LocalPart part, PlanningFacts facts) {
        List<Expr> arguments = ExprWalk.children(call);
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            names.add("a" + (i + 1) + collate(call, arguments.get(i), i, facts));
            types.add(facts.typeName(arguments.get(i).type().withTypmod(-1)));
        }
        String sql = switch (call) {
            case FuncExpr f
            when f.form() == CoercionForm.EXPLICIT_CAST && f.args().size() == 1 -> "a1::" + facts.typeName(f.type());
            case RelabelType r -> "a1::" + facts.typeName(r.type());
            case FuncExpr f -> facts.functionName(f.funcId()) + "(" + list(names, f.variadic()) + ")";
            case OpExpr o ->
                names.size() == 1
                        ? facts.operatorName(o.opNo()) + " " + names.getFirst()
                        : names.getFirst() + " " + facts.operatorName(o.opNo()) + " " + names.getLast();
            case ScalarArrayOpExpr o ->
                names.getFirst() + " " + facts.operatorName(o.opNo()) + (o.useOr() ? " ANY (" : " ALL (")
                        + names.getLast() + ")";
            case DistinctExpr _ -> names.getFirst() + " IS DISTINCT FROM " + names.getLast();
            case NullIfExpr _ -> "NULLIF(" + list(names, false) + ")";
            case MinMaxExpr m -> m.kind() + "(" + list(names, false) + ")";
            case RowCompareExpr r ->
                "ROW(" + list(names.subList(0, r.left().size()), false) + ") "
                        + facts.operatorName(r.opNos().getFirst()) + " ROW("
                        + list(names.subList(r.left().size(), names.size()), false) + ")";
            case XmlExpr x -> new SyntaxText(facts, a -> names.get(indexOf(arguments, a))).of(x);
            default -> throw new AssertionError("cannot ask for " + call);
        };
        return new AskCall(sql, part.resolve(arguments), types, new PlanColumn("?column?", call.type()));
    }

    /// Arguments come to the shard as values, which no longer say under which collation they are compared.
    private static String collate(Expr call, Expr argument, int index, PlanningFacts facts) {
        int collation = switch (call) {
            case FuncExpr f -> f.inputCollation();
            case OpExpr o -> o.inputCollation();
            case DistinctExpr d -> d.inputCollation();
            case NullIfExpr n -> n.inputCollation();
            case ScalarArrayOpExpr s -> s.inputCollation();
            case MinMaxExpr m -> m.inputCollation();
            case RowCompareExpr r -> r.inputCollations().get(index % r.left().size());
            default -> 0;
        };
        boolean collatable = argument.type().collation() != 0;
        return collation == 0 || collation == Collations.DEFAULT || !collatable
                ? ""
                : " COLLATE " + facts.collationName(collation);
    }

    /// By identity: equal arguments are still two.
    private static int indexOf(List<Expr> arguments, Expr argument) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) == argument) {
                return i;
            }
        }
        throw new AssertionError("not an argument: " + argument);
    }

    private static String list(List<String> names, boolean variadic) {
        StringJoiner joiner = new StringJoiner(", ");
        for (int i = 0; i < names.size(); i++) {
            joiner.add(variadic && i == names.size() - 1 ? "VARIADIC " + names.get(i) : names.get(i));
        }
        return joiner.toString();
    }
}
