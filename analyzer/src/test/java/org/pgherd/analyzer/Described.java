package org.pgherd.analyzer;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.OutputColumn;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;

/// What Parse and Describe say of a statement: columns and parameters, or an error.
record Described(
        List<Column> columns,
        List<Integer> parameters,
        @Nullable Error error) {
    record Column(String name, int type, int typmod, int table, int column) {}

    record Error(
            String state,
            String message,
            @Nullable String detail,
            @Nullable String hint,
            int position) {}

    /// The analyzer's answer, in the same form.
    static Described byAnalyzer(String sql, CatalogView catalog, FunctionContext session) {
        try {
            List<RawStmt> statements = SqlParser.parse(sql);
            ParameterTypes parameters = ParameterTypes.variable(List.of());
            Query query = Analyzer.analyze(statements.getFirst(), sql, catalog, session, parameters);
            Query told = Rewriter.all(query, catalog, session).described();
            List<OutputColumn> output = told == null ? List.of() : OutputColumn.of(told, catalog);
            List<Column> columns = output.stream()
                    .map(c -> new Column(c.name(), c.type().oid(), c.type().typmod(), c.table(), c.attnum()))
                    .toList();
            return new Described(
                    columns, parameters.types().stream().map(SqlType::oid).toList(), null);
        } catch (SqlException e) {
            return new Described(
                    List.of(),
                    List.of(),
                    new Error(
                            e.state().code(),
                            e.message(),
                            e.fields().detail(),
                            e.fields().hint(),
                            e.at().character(sql)));
        }
    }

    String text() {
        if (error != null) {
            return "ERROR " + error.state + " " + error.message + " at " + error.position
                    + (error.detail == null ? "" : " DETAIL " + error.detail)
                    + (error.hint == null ? "" : " HINT " + error.hint);
        }
        return columns.stream()
                        .map(c -> c.name + ":" + c.type + ":" + c.typmod + ":" + c.table + "." + c.column)
                        .collect(Collectors.joining(", "))
                + " | " + parameters;
    }
}
