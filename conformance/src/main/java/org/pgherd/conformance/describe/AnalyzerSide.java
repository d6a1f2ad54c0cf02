package org.pgherd.conformance.describe;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.OutputColumn;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.parse.UtilityOutput;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.gateway.client.WireColumn;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.DeclareCursorStmt;
import org.pgherd.grammar.ast.ExecuteStmt;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.FetchStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.grammar.ast.VariableShowStmt;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.semantics.type.SqlType;

/// The analyzer's answers, over a snapshot of the oracle's catalog that is taken anew when it may have changed.
final class AnalyzerSide implements UtilityOutput.Session {
    private static final List<String> LEXICAL =
            List.of("standard_conforming_strings", "backslash_quote", "escape_string_warning");

    private final Oracle oracle;
    private Catalog catalog = Catalog.builtin();
    private CatalogView view = new CatalogView(catalog, SearchPath.of("public"));
    private @Nullable OracleSettings settings;
    private boolean catalogStale = true;
    private boolean settingsStale = true;
    private LexicalSettings lexical = LexicalSettings.STANDARD;
    private boolean lexicalStale = true;

    AnalyzerSide(Oracle oracle) {
        this.oracle = oracle;
    }

    /// The oracle has run a statement.
    ///
    /// @param tag of its completion
    void ran(String sql, String tag) {
        Touch touch = callsRoutine(sql) ? Touch.DEFINITIONS : touch(tag);
        catalogStale |= touch == Touch.DEFINITIONS;
        boolean sets = touch != Touch.DATA || sql.contains("set_config");
        settingsStale |= sets;
        lexicalStale |= sets;
    }

    /// What a statement may have changed.
    private enum Touch {
        DATA,
        SETTINGS,
        DEFINITIONS
    }

    private static Touch touch(String tag) {
        return switch (tag.split(" ")[0].toUpperCase(Locale.ROOT)) {
            case "INSERT",
                    "UPDATE",
                    "DELETE",
                    "MERGE",
                    "COPY",
                    "SELECT",
                    "SHOW",
                    "FETCH",
                    "MOVE",
                    "EXPLAIN",
                    "DECLARE" -> Touch.DATA;
            case "ANALYZE", "TRUNCATE", "BEGIN", "SAVEPOINT", "RELEASE" -> Touch.DATA;
            case "SET", "RESET" -> Touch.SETTINGS;
            default -> Touch.DEFINITIONS;
        };
    }

    /// SELECT may define things through a routine; SELECT INTO and CREATE TABLE AS have its tag.
    private boolean callsRoutine(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return text.contains("into")
                || text.contains("create")
                || text.contains("execute")
                || catalog.routines().stream()
                        .anyMatch(routine -> text.contains(routine.row().name().toLowerCase(Locale.ROOT)));
    }

    Description describe(String sql) {
        try {
            return analyzed(sql);
        } catch (SqlException e) {
            return failed(e, sql);
        } catch (DefinitionFailure e) {
            return failed(e.error, e.sql);
        } catch (StackOverflowError e) {
            return Description.failed(new Outcome.Failure("54001", "stack depth limit exceeded", null, null, 0));
        } catch (RuntimeException | AssertionError e) {
            return Description.failed(new Outcome.Failure("XX000", "broken: " + e, null, null, 0));
        }
    }

    /// An error in the text of a prepared statement or cursor; its position is in that text.
    private static final class DefinitionFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SqlException error;
        private final transient String sql;

        DefinitionFailure(SqlException error, String sql) {
            super(error);
            this.error = error;
            this.sql = sql;
        }
    }

    private static Description failed(SqlException e, String sql) {
        return Description.failed(new Outcome.Failure(
                e.state().code(),
                e.message(),
                e.fields().detail(),
                e.fields().hint(),
                Math.max(e.at().character(sql), 0)));
    }

    private void refresh() {
        if (!settingsStale && !catalogStale) {
            return;
        }
        oracle.aside(() -> {
            @Nullable
            String[] path = oracle.rows("select current_setting('search_path'), current_user, (select nspname from"
                            + " pg_catalog.pg_namespace where oid = pg_catalog.pg_my_temp_schema())")
                    .getFirst();
            if (catalogStale) {
                catalog = oracle.aside(() -> {
                    oracle.rows("set local standard_conforming_strings = on");
                    return catalog.refresh(oracle::rows);
                });
                catalogStale = false;
            }
            view = new CatalogView(
                    catalog,
                    SearchPath.parse(
                            Objects.requireNonNull(path[0]), Objects.requireNonNull(path[1]), catalog, path[2]));
            settings = new OracleSettings(oracle, view);
            settingsStale = false;
            return view;
        });
    }

    private OracleSettings settings() {
        return Objects.requireNonNull(settings);
    }

    /// How the oracle's session reads a text.
    LexicalSettings lexical() {
        if (lexicalStale) {
            @Nullable
            String[] values = oracle.rows("select "
                            + LEXICAL.stream()
                                    .map(name -> "pg_catalog.current_setting('" + name + "')")
                                    .collect(Collectors.joining(", ")))
                    .getFirst();
            lexical = LexicalSettings.of(name -> values[LEXICAL.indexOf(name)]);
            lexicalStale = false;
        }
        return lexical;
    }

    private Description analyzed(String sql) {
        List<RawStmt> statements = SqlParser.parse(sql, lexical(), _ -> {});
        if (statements.isEmpty()) {
            return new Description(List.of(), null, null);
        }
        RawStmt raw = statements.getFirst();
        if (raw.stmt() instanceof UtilityStatement utility && !resolvesNames(utility)) {
            return new Description(List.of(), null, null);
        }
        refresh();
        ParameterTypes parameters = ParameterTypes.variable(List.of());
        Query query = Analyzer.analyze(raw, sql, view, settings(), parameters);
        @Nullable List<OutputColumn> columns;
        if (query.utilityStmt() instanceof UtilityStatement utility) {
            columns = UtilityOutput.of(utility, sql, view, settings(), this);
        } else if (query.commandType() == CommandType.UTILITY) {
            columns = null;
        } else {
            Query told = Rewriter.all(query, view, settings()).described();
            columns = told == null ? null : OutputColumn.of(told, view);
        }
        return new Description(
                parameters.types().stream().map(SqlType::oid).toList(),
                columns == null ? null : columns.stream().map(this::wire).toList(),
                null);
    }

    /// Others are not looked into before they run.
    private static boolean resolvesNames(UtilityStatement statement) {
        return switch (statement) {
            case CallStmt _, CreateTableAsStmt _, DeclareCursorStmt _, ExecuteStmt _, ExplainStmt _ -> true;
            case FetchStmt _, VariableShowStmt _ -> true;
            default -> false;
        };
    }

    private WireColumn wire(OutputColumn column) {
        return new WireColumn(
                column.name(),
                column.table(),
                column.attnum(),
                column.type().oid(),
                column.type().typmod());
    }

    @Override
    public @Nullable List<OutputColumn> cursor(String name) {
        return columnsOf("select statement from pg_catalog.pg_cursors where name = ", name);
    }

    @Override
    public @Nullable List<OutputColumn> prepared(String name) {
        List<OutputColumn> columns =
                columnsOf("select statement from pg_catalog.pg_prepared_statements where name = ", name);
        List<@Nullable String[]> told = oracle.aside(() ->
                oracle.rows("select result_types::oid[]::text from pg_catalog.pg_prepared_statements where name = '"
                        + name.replace("'", "''") + "'"));
        if (columns != null && !told.isEmpty() && told.getFirst()[0] != null) {
            String now = columns.stream()
                    .map(column -> String.valueOf(column.type().oid()))
                    .collect(Collectors.joining(",", "{", "}"));
            if (!now.equals(told.getFirst()[0])) {
                throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cached plan must not change result type");
            }
        }
        return columns;
    }

    @Override
    public String settingName(String name) {
        return oracle.aside(() -> oracle
                .rows("select name from pg_catalog.pg_settings where lower(name) = lower('" + name.replace("'", "''")
                        + "')")
                .stream()
                .map(row -> String.valueOf(row[0]))
                .findFirst()
                .orElseThrow(() -> UtilityOutput.unknownSetting(name)));
    }

    /// What a definition that the oracle still knows by its text returns.
    private @Nullable List<OutputColumn> columnsOf(String question, String name) {
        List<@Nullable String[]> found =
                oracle.aside(() -> oracle.rows(question + "'" + name.replace("'", "''") + "'"));
        if (found.isEmpty()) {
            return null;
        }
        String sql = String.valueOf(found.getFirst()[0]);
        try {
            Query query = UtilityOutput.inner(SqlParser.parse(sql).getFirst(), sql, view, settings());
            Query told = Rewriter.all(query, view, settings()).described();
            return told == null ? null : OutputColumn.of(told, view);
        } catch (SqlException e) {
            throw new DefinitionFailure(e, sql);
        }
    }
}
