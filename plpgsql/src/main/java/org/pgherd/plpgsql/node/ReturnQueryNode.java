package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// RETURN QUERY, RETURN QUERY EXECUTE.
public final class ReturnQueryNode extends StatementNode {
    private final ResultType result;

    @Child
    private @Nullable EmbeddedSql sql;

    @Child
    private @Nullable DynamicSql dynamic;

    private final int found;

    public ReturnQueryNode(
            int line, ResultType result, @Nullable EmbeddedSql sql, @Nullable DynamicSql dynamic, int found) {
        super(line);
        this.result = result;
        this.sql = sql;
        this.dynamic = dynamic;
        this.found = found;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        long count;
        if (dynamic != null) {
            DynamicSql.Ready ready = dynamic.prepare(frame, "query string argument of EXECUTE is null");
            check(invocation, ready.statement());
            try (Result rows = ready.statement().execute(ready.values(), invocation.readOnly)) {
                count = add(invocation, rows);
            } catch (SqlException e) {
                throw e.fields().context() == null ? ready.failed(e) : e;
            }
        } else if (sql != null) {
            check(invocation, sql.prepare(frame));
            try (Result rows = sql.execute(frame)) {
                count = add(invocation, rows);
            } catch (SqlException e) {
                throw e.fields().context() == null ? sql.failed(e) : e;
            }
        } else {
            throw new AssertionError("RETURN QUERY has a query");
        }
        invocation.rowCount = count;
        frame.setObject(found, count > 0);
    }

    private void check(Invocation invocation, PreparedStatement statement) {
        if (!statement.returnsRows()) {
            throw new SqlException(
                    SqlState.INVALID_CURSOR_DEFINITION, "cannot open " + statement.commandName() + " query as cursor");
        }
        RowShape wanted = wanted(invocation);
        RowShape given = RowShape.ofColumns(statement.columns());
        if (wanted == null) {
            return;
        }
        CatalogView view = invocation.view();
        for (int i = 0; i < Math.min(wanted.size(), given.size()); i++) {
            SqlType from = given.types().get(i);
            SqlType to = wanted.types().get(i);
            if (from.oid() != to.oid() && from.oid() != TypeOids.UNKNOWN) {
                throw mismatch("Returned type " + view.formatType(from) + " does not match expected type "
                        + view.formatType(to) + " in column "
                        + (wanted.typeOid() == TypeOids.RECORD || wanted.size() > 0
                                ? "\"" + wanted.names().get(i) + "\" (position " + (i + 1) + ")"
                                : String.valueOf(i + 1))
                        + ".");
            }
        }
        if (wanted.size() != given.size()) {
            throw mismatch("Number of returned columns (" + given.size() + ") does not match expected column count ("
                    + wanted.size() + ").");
        }
    }

    private static SqlException mismatch(String detail) {
        return new SqlException(SqlState.DATATYPE_MISMATCH, "structure of query does not match function result type")
                .withDetail(detail);
    }

    private @Nullable RowShape wanted(Invocation invocation) {
        RowShape columns = result.columns(invocation);
        if (columns != null || result.type().oid() == TypeOids.RECORD) {
            return columns;
        }
        String name = result.out().isEmpty()
                ? invocation.signature.substring(0, Math.max(invocation.signature.indexOf('('), 0))
                : result.out().getFirst().name();
        return new RowShape(TypeOids.RECORD, java.util.List.of(name), java.util.List.of(result.type()));
    }

    private long add(Invocation invocation, Result rows) {
        RowShape shape = RowShape.ofColumns(rows.columns());
        RowShape wanted = wanted(invocation);
        long count = 0;
        while (rows.next()) {
            Row row = new Row(shape, IntoRows.row(rows, shape.size()));
            invocation.rows.add(
                    wanted == null
                            ? row.values()
                            : TargetNode.shaped(invocation, wanted, shape, row.values())
                                    .values());
            count++;
        }
        return count;
    }

    @Override
    String what() {
        return "RETURN QUERY";
    }
}
