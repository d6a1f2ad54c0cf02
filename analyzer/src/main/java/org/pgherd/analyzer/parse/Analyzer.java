package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.NamedArgExpr;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.VariableScope;

/// Parse analysis of one statement (parse_analyze_varparams of analyze.c). Thread-safe; all state is per call.
public final class Analyzer {
    private Analyzer() {}

    /// A statement outside of any routine.
    ///
    /// @param sql the text that the tree's positions are in
    /// @param parameters of the variable kind: gets the types found
    public static Query analyze(
            RawStmt raw, String sql, CatalogView catalog, FunctionContext session, ParameterTypes parameters) {
        return analyze(raw.stmt(), sql, catalog, session, parameters, null);
    }

    /// A statement inside a routine: names that are no columns may be variables; those become Params of kind EXTERN
    /// with
    /// number slot + 1.
    public static Query analyze(
            Statement statement,
            String sql,
            CatalogView catalog,
            FunctionContext session,
            ParameterTypes parameters,
            @Nullable VariableScope variables) {
        AnalysisContext context = new AnalysisContext(sql, catalog, session, parameters, variables);
        return switch (statement) {
            case SelectStmt select
            when variables == null && UtilityAnalysis.into(select) != null -> utility(context, select);
            case org.pgherd.grammar.ast.Query query -> {
                ParseState p = new ParseState(context, null);
                Query analyzed = SelectAnalysis.statement(p, query);
                parameters.check(analyzed);
                yield analyzed;
            }
            case PLAssignStmt assignment -> AssignmentAnalysis.transform(new ParseState(context, null), assignment);
            case UtilityStatement _ -> utility(context, statement);
        };
    }

    /// Only the errors of the queries inside are wanted: the queries themselves are analyzed when they run.
    private static Query utility(AnalysisContext context, Statement statement) {
        UtilityAnalysis.transform(context, statement);
        Query.Builder b = Query.builder(CommandType.UTILITY);
        b.utilityStmt = statement;
        b.at = statement.at();
        return b.build();
    }

    /// An expression that stands alone: a default, a check, a generated column, an argument.
    ///
    /// @param relation whose columns it may name; null for none
    public static Expr expression(
            org.pgherd.grammar.ast.Expr raw,
            String sql,
            CatalogView catalog,
            FunctionContext session,
            @Nullable Relation relation) {
        ParseState p = new ParseState(new AnalysisContext(sql, catalog, session, ParameterTypes.none(), null), null);
        if (relation != null) {
            p.namespace.add(Relations.addRelation(p, relation, null, false, true));
        }
        return CollationAssignment.expression(p, ExpressionAnalysis.transform(p, raw, ExprKind.OTHER));
    }

    /// CALL: the procedure and its arguments in declared order, OUT ones included (transformCallStmt).
    public static FuncExpr call(
            CallStmt statement,
            String sql,
            CatalogView catalog,
            FunctionContext session,
            ParameterTypes parameters,
            @Nullable VariableScope variables) {
        ParseState p = new ParseState(new AnalysisContext(sql, catalog, session, parameters, variables), null);
        FuncCall call = statement.funccall();
        List<Expr> args = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (org.pgherd.grammar.ast.Expr raw : call.args()) {
            if (raw instanceof NamedArgExpr named) {
                names.add(named.name());
            }
            args.add(ExpressionAnalysis.transform(p, raw, ExprKind.CALL_ARGUMENT));
        }
        Expr found = FunctionCalls.call(p, call.funcname(), args, names, call, p.lastSrf, true, call.location());
        if (!(found instanceof FuncExpr procedure)) {
            throw new AssertionError("CALL resolved to " + found);
        }
        return (FuncExpr) CollationAssignment.expression(p, procedure);
    }

    /// A column's default, cast as assignment to the column would (cookDefault, build_column_default).
    public static Expr columnDefault(
            org.pgherd.grammar.ast.Expr raw, String sql, CatalogView catalog, FunctionContext session, Column column) {
        ParseState p = new ParseState(new AnalysisContext(sql, catalog, session, ParameterTypes.none(), null), null);
        Expr expr = ExpressionAnalysis.transform(p, raw, ExprKind.COLUMN_DEFAULT);
        Expr cast = Coercion.toTarget(
                p, expr, column.type(), CoercionPathway.Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, Position.NONE);
        if (cast == null) {
            throw new SqlException(
                            SqlState.DATATYPE_MISMATCH,
                            "column \"" + column.name() + "\" is of type "
                                    + catalog.formatType(column.type().oid()) + " but default expression is of type "
                                    + catalog.formatType(expr.type().oid()))
                    .withHint("You will need to rewrite or cast the expression.");
        }
        return CollationAssignment.expression(p, cast);
    }

    /// A boolean over a relation's row, as CHECK has it.
    public static Expr condition(
            org.pgherd.grammar.ast.Expr raw,
            String sql,
            CatalogView catalog,
            FunctionContext session,
            Relation relation) {
        ParseState p = new ParseState(new AnalysisContext(sql, catalog, session, ParameterTypes.none(), null), null);
        p.namespace.add(Relations.addRelation(p, relation, null, false, true));
        return CollationAssignment.expression(p, Clauses.where(p, raw, ExprKind.CHECK_CONSTRAINT, "CHECK"));
    }
}
