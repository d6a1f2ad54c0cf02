package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.ExecuteStmt;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.FetchStmt;
import org.pgherd.grammar.ast.PrepareStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.grammar.ast.VariableShowStmt;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// The columns of what a utility statement returns, as Describe tells them before it runs (UtilityTupleDescriptor of
/// utility.c).
public final class UtilityOutput {
    private UtilityOutput() {}

    /// What the session has under a name.
    public interface Session {
        /// Columns of an open cursor; null if there is none of the name, or it returns none.
        @Nullable
        List<OutputColumn> cursor(String name);

        /// Columns of a prepared statement; null if there is none of the name, or it returns none.
        @Nullable
        List<OutputColumn> prepared(String name);

        /// A setting's name as PostgreSQL spells it; throws if there is no such setting.
        String settingName(String name);
    }

    /// Null if the statement returns no rows.
    ///
    /// @param sql the text that the statement's positions are in
    public static @Nullable List<OutputColumn> of(
            UtilityStatement statement, String sql, CatalogView catalog, FunctionContext functions, Session session) {
        return switch (statement) {
            case ExplainStmt explain -> List.of(column("QUERY PLAN", explainType(explain)));
            case VariableShowStmt show
            when show.name().equalsIgnoreCase("all") ->
                List.of(
                        column("name", SqlType.TEXT),
                        column("setting", SqlType.TEXT),
                        column("description", SqlType.TEXT));
            case VariableShowStmt show -> List.of(column(session.settingName(show.name()), SqlType.TEXT));
            case FetchStmt fetch -> fetch.ismove() ? null : session.cursor(fetch.portalname());
            case ExecuteStmt execute -> session.prepared(execute.name());
            case CallStmt call -> outArguments(call, sql, catalog, functions);
            default -> null;
        };
    }

    /// The query that a DECLARE CURSOR, PREPARE or plain query text stands for.
    public static Query inner(RawStmt raw, String sql, CatalogView catalog, FunctionContext functions) {
        ParameterTypes parameters = ParameterTypes.variable(List.of());
        Statement statement = raw.stmt();
        if (statement instanceof PrepareStmt prepare) {
            parameters = ParameterTypes.variable(prepare.argtypes().stream()
                    .map(name -> TypeReferences.resolve(catalog, name))
                    .toList());
            statement = prepare.query();
        }
        Query query =
                UtilityAnalysis.transform(new AnalysisContext(sql, catalog, functions, parameters, null), statement);
        if (query == null) {
            throw new AssertionError("no query inside " + statement);
        }
        return query;
    }

    public static SqlException unknownSetting(String name) {
        return new SqlException(SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
    }

    private static OutputColumn column(String name, SqlType type) {
        return new OutputColumn(name, type, 0, 0);
    }

    /// The last FORMAT counts; anything else than the three is told when the statement runs.
    private static SqlType explainType(ExplainStmt explain) {
        SqlType type = SqlType.TEXT;
        for (DefElem option : explain.options()) {
            if (option.defname().equals("format") && option.arg() instanceof StringConst value) {
                type = switch (value.sval().toLowerCase(Locale.ROOT)) {
                    case "xml" -> SqlType.of(TypeOids.XML);
                    case "json" -> SqlType.of(TypeOids.JSON);
                    default -> SqlType.TEXT;
                };
            }
        }
        return type;
    }

    /// A procedure's OUT arguments, with the types they have in this call (CallStmtResultDesc of functioncmds.c).
    private static @Nullable List<OutputColumn> outArguments(
            CallStmt call, String sql, CatalogView catalog, FunctionContext functions) {
        FuncExpr resolved = Analyzer.call(call, sql, catalog, functions, ParameterTypes.variable(List.of()), null);
        ProcRow procedure = catalog.catalog().proc(resolved.funcId());
        if (procedure == null) {
            throw new AssertionError("no procedure " + resolved.funcId());
        }
        List<OutputColumn> columns = new ArrayList<>();
        for (int i = 0; i < procedure.argModes().length(); i++) {
            char mode = procedure.argModes().charAt(i);
            if (mode == 'o' || mode == 'b') {
                String name =
                        i < procedure.argNames().size() ? procedure.argNames().get(i) : "";
                SqlType type = SqlType.of(resolved.args().get(i).type().oid());
                columns.add(column(name.isEmpty() ? "column" + (columns.size() + 1) : name, catalog.baseType(type)));
            }
        }
        return columns.isEmpty() ? null : columns;
    }
}
