package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.DomainConstraint;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;

/// Conditions of domains that are tried here, without asking a shard for each value (domains.c:domain_check_input):
/// those that are made of built-in immutable functions. What does not pass is told by a shard, in its own words.
final class DomainChecks {
    /// Domains that come with PostgreSQL: their conditions are not read.
    private static final int FIRST_USER_OID = 16_384;

    private final ExpressionCompiler compiler = new ExpressionCompiler();
    private final FunctionContext functions;
    private final Map<Integer, Known> known = new HashMap<>();
    private @Nullable Catalog catalog;

    /// What all values of a domain have to pass.
    ///
    /// @param here whether that can be tried here
    private record Known(boolean here, boolean notNull, List<Evaluator> conditions) {
        static final Known ELSEWHERE = new Known(false, false, List.of());
    }

    DomainChecks(FunctionContext functions) {
        this.functions = functions;
    }

    /// Whether a value is known to be one of the domain's; if not, a shard has to be asked.
    boolean pass(SqlType domain, @Nullable Object value, CatalogView view) {
        if (view.catalog() != catalog) {
            catalog = view.catalog();
            known.clear();
        }
        Known checks = known.get(domain.oid());
        if (checks == null) {
            checks = read(domain.oid(), view.catalog());
            known.put(domain.oid(), checks);
        }
        if (!checks.here() || value == null && checks.notNull()) {
            return false;
        }
        if (checks.conditions().isEmpty()) {
            return true;
        }
        RowFrame frame = new RowFrame(new ValueContext(new SessionCodecs(view, functions), value));
        try {
            for (Evaluator condition : checks.conditions()) {
                if (Boolean.FALSE.equals(condition.evaluate(frame))) {
                    return false;
                }
            }
            return true;
        } catch (SqlException e) {
            // the shard meets the same error, or can do what Java cannot
            return false;
        }
    }

    private Known read(int domain, Catalog from) {
        // conditions are deparsed with an empty search path
        CatalogView view = new CatalogView(from, SearchPath.of());
        List<Evaluator> conditions = new ArrayList<>();
        boolean notNull = false;
        TypeRow row = view.type(domain);
        while (row != null && row.kind() == 'd') {
            if (row.oid() < FIRST_USER_OID) {
                return Known.ELSEWHERE;
            }
            notNull |= row.notNull();
            for (DomainConstraint check : from.domainConstraints(row.oid())) {
                Evaluator condition = compiled(check.expression(), SqlType.of(row.baseOid()), view);
                if (condition == null) {
                    return Known.ELSEWHERE;
                }
                conditions.add(condition);
            }
            row = view.type(row.baseOid());
        }
        return row == null ? Known.ELSEWHERE : new Known(true, notNull, List.copyOf(conditions));
    }

    /// Null if it cannot be computed here.
    private @Nullable Evaluator compiled(String condition, SqlType base, CatalogView view) {
        String text = "SELECT " + condition;
        try {
            if (!(SqlParser.parse(text).getFirst().stmt() instanceof SelectStmt select)) {
                return null;
            }
            SqlType type = base.withCollation(view.typeCollation(base.oid()));
            Query query = Analyzer.analyze(select, text, view, functions, ParameterTypes.none(), new ValueName(type));
            Expr expr = query.targetList().getFirst().expr();
            return ExprWalk.any(expr, e -> !isPlain(e)) ? null : compiler.compile(expr);
        } catch (SqlException e) {
            return null;
        }
    }

    private static boolean isPlain(Expr expr) {
        return switch (expr) {
            case FuncExpr f -> !f.retset() && isImmutable(f.funcId());
            case OpExpr o -> isImmutable(o.opFuncId());
            case DistinctExpr o -> isImmutable(o.opFuncId());
            case NullIfExpr o -> isImmutable(o.opFuncId());
            case ScalarArrayOpExpr o -> isImmutable(o.opFuncId());
            case Const _, Param _, BoolExpr _, NullTest _, BooleanTest _, RelabelType _, CoalesceExpr _ -> true;
            case CaseExpr _, CaseTestExpr _ -> true;
            default -> false;
        };
    }

    private static boolean isImmutable(int function) {
        ProcRow row = BuiltinCatalog.instance().proc(function);
        return row != null && row.volatility() == 'i';
    }

    /// VALUE, the one name that a domain's condition knows.
    private record ValueName(SqlType type) implements VariableScope {
        @Override
        public @Nullable Variable resolve(List<String> name) {
            return name.equals(List.of("value")) ? new Variable(0, type) : null;
        }

        @Override
        public @Nullable Variable parameter(int number) {
            return null;
        }

        @Override
        public Conflict conflict() {
            return Conflict.USE_COLUMN;
        }
    }
}
