package org.pgherd.plpgsql.node;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.grammar.SqlParser;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Finds the expressions that need no table and makes nodes of them (exec_simple_check_plan). What it does not know
/// is left to the engine.
///
/// @param references the variables read
record SimpleExpression(ValueNode node, SqlType type, Reference[] references) {
    /// Null if the expression is not simple. Errors of its analysis are thrown.
    static @Nullable SimpleExpression of(String sql, FrameScope scope, Invocation invocation) {
        if (!(SqlParser.parse(sql).getFirst().stmt() instanceof org.pgherd.grammar.ast.Query raw)) {
            return null;
        }
        CatalogView view = invocation.view();
        Query query = Analyzer.analyze(raw, sql, view, invocation.context, ParameterTypes.none(), scope);
        if (!isSimple(query)) {
            return null;
        }
        Expr expr = query.targetList().getFirst().expr();
        ValueNode node = new Builder(view, scope.references).node(expr);
        return node == null
                ? null
                : new SimpleExpression(node, expr.type(), scope.references.toArray(Reference[]::new));
    }

    private static boolean isSimple(Query q) {
        return q.isSelect()
                && q.rtable().isEmpty()
                && q.cteList().isEmpty()
                && q.jointree().fromList().isEmpty()
                && q.jointree().quals() == null
                && q.targetList().size() == 1
                && !q.hasAggs()
                && !q.hasWindowFuncs()
                && !q.hasTargetSRFs()
                && !q.hasSubLinks()
                && q.groupClause().isEmpty()
                && q.groupingSets().isEmpty()
                && q.havingQual() == null
                && q.sortClause().isEmpty()
                && q.distinctClause().isEmpty()
                && q.limitCount() == null
                && q.limitOffset() == null
                && q.setOperations() == null;
    }

    private record Builder(CatalogView view, List<Reference> references) {
        @Nullable
        ValueNode node(Expr expr) {
            return switch (expr) {
                case Const c -> new ValueNode.Constant(c.value());
                case Param p
                when p.kind() == Param.Kind.EXTERN && p.number() <= references.size() ->
                    new ValueNode.Read(references.get(p.number() - 1));
                case FuncExpr f
                when !f.retset() ->
                    call(f.funcId(), f.args(), site(f.args(), f.type(), f.inputCollation(), f.variadic()));
                case OpExpr o
                when !o.retset() -> call(o.opFuncId(), o.args(), site(o.args(), o.type(), o.inputCollation(), false));
                case BoolExpr b -> {
                    List<ValueNode> arguments = nodes(b.args());
                    yield arguments == null ? null : new ValueNode.Logic(b.kind(), arguments);
                }
                case NullTest t
                when !t.argIsRow() -> {
                    ValueNode argument = node(t.arg());
                    yield argument == null ? null : new ValueNode.IsNull(t.isNull(), argument);
                }
                case BooleanTest t -> {
                    ValueNode argument = node(t.arg());
                    yield argument == null ? null : new ValueNode.Is(t.kind(), argument);
                }
                case CoalesceExpr c -> {
                    List<ValueNode> arguments = nodes(c.args());
                    yield arguments == null ? null : new ValueNode.Coalesce(arguments);
                }
                case CoerceViaIO c -> {
                    ValueNode argument = node(c.arg());
                    yield argument == null || view.typeKind(c.type().oid()) == 'd'
                            ? null
                            : new ValueNode.ThroughText(c.arg().type(), c.type(), argument);
                }
                case RowExpr r
                when r.type().oid() == TypeOids.RECORD -> {
                    List<ValueNode> fields = nodes(r.args());
                    yield fields == null
                            ? null
                            : new ValueNode.Record(
                                    TypeOids.RECORD,
                                    r.args().stream()
                                            .mapToInt(field -> field.type().oid())
                                            .toArray(),
                                    fields);
                }
                case RelabelType r -> node(r.arg());
                case CollateExpr c -> node(c.arg());
                default -> null;
            };
        }

        private @Nullable List<ValueNode> nodes(List<Expr> exprs) {
            List<ValueNode> nodes = new ArrayList<>();
            for (Expr expr : exprs) {
                ValueNode node = node(expr);
                if (node == null) {
                    return null;
                }
                nodes.add(node);
            }
            return nodes;
        }

        private static CallSite site(List<Expr> args, SqlType result, int collation, boolean variadic) {
            return new CallSite(args.stream().map(Expr::type).toList(), result, collation, variadic, List.of());
        }

        private @Nullable ValueNode call(int oid, List<Expr> args, CallSite site) {
            ScalarFunction function = FunctionRegistry.instance().function(oid);
            boolean callable = function != null && !function.returnsSet();
            if (!callable && view.catalog().routine(oid) == null) {
                return null;
            }
            List<ValueNode> arguments = nodes(args);
            if (arguments == null) {
                return null;
            }
            return function != null
                    ? new ValueNode.Builtin(function, site, arguments)
                    : new ValueNode.Routine(oid, site, arguments);
        }
    }
}
