package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.OutputColumn;
import org.pgherd.analyzer.parse.UtilityOutput;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FunctionContext;

/// The columns of CALL, EXPLAIN and SHOW, which Describe tells before they run.
final class UtilityColumns implements UtilityOutput.Session {
    private final SessionState session;
    private final FunctionContext functions;

    UtilityColumns(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
    }

    /// Null if the statement returns no rows.
    ///
    /// @param source the text that the statement's positions are in
    @Nullable
    List<ResultColumn> of(UtilityStatement statement, String source) {
        CatalogView view = session.view();
        List<OutputColumn> columns = UtilityOutput.of(statement, source, view, functions, this);
        if (columns == null) {
            return null;
        }
        List<ResultColumn> told = new ArrayList<>();
        for (OutputColumn column : columns) {
            TypeRow type = view.type(column.type().oid());
            told.add(new ResultColumn(
                    column.name(), column.type(), column.table(), column.attnum(), type == null ? -1 : type.length()));
        }
        return told;
    }

    /// Cursors' columns are known where the cursors are.
    @Override
    public @Nullable List<OutputColumn> cursor(String name) {
        return null;
    }

    /// Prepared statements' columns are known where the statements are.
    @Override
    public @Nullable List<OutputColumn> prepared(String name) {
        return null;
    }

    @Override
    public String settingName(String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith("pgherd.")) {
            return name.toLowerCase(Locale.ROOT);
        }
        session.transaction().requireNotFailed();
        List<@Nullable String[]> found = TextRows.of(
                session.catalogShard(false),
                "SELECT name FROM pg_catalog.pg_settings WHERE pg_catalog.lower(name) = "
                        + PlacementWriter.literal(name.toLowerCase(Locale.ROOT)));
        if (found.isEmpty()) {
            throw UtilityOutput.unknownSetting(name);
        }
        return String.valueOf(found.getFirst()[0]);
    }
}
