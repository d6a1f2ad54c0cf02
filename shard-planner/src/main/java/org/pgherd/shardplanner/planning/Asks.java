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
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.shardplanner.deparse.SyntaxText;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
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
                || expr instanceof XmlExpr;
    }

    private static AskCall ask(Expr call, LocalPart part, PlanningFacts facts) {
        List<Expr> arguments = ExprWalk.children(call);
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            names.add("a" + (i + 1));
            types.add(facts.typeName(arguments.get(i).type().withTypmod(-1)));
        }
        String sql = switch (call) {
            case FuncExpr f
            when f.form() == CoercionForm.EXPLICIT_CAST && f.args().size() == 1 -> "a1::" + facts.typeName(f.type());
            case RelabelType r -> "a1::" + facts.typeName(r.type());
            case FuncExpr f -> facts.functionName(f.funcId()) + "(" + list(names, f.variadic()) + ")";
            case OpExpr o ->
                names.size() == 1 ? facts.operatorName(o.opNo()) + " a1" : "a1 " + facts.operatorName(o.opNo()) + " a2";
            case ScalarArrayOpExpr o -> "a1 " + facts.operatorName(o.opNo()) + (o.useOr() ? " ANY (a2)" : " ALL (a2)");
            case DistinctExpr _ -> "a1 IS DISTINCT FROM a2";
            case NullIfExpr _ -> "NULLIF(a1, a2)";
            case XmlExpr x -> new SyntaxText(facts, a -> names.get(indexOf(arguments, a))).of(x);
            default -> throw new AssertionError("cannot ask for " + call);
        };
        return new AskCall(sql, part.resolve(arguments), types, new PlanColumn("?column?", call.type()));
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
