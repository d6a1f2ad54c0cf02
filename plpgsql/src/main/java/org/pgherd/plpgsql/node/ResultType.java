package org.pgherd.plpgsql.node;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;

/// What a routine gives, and how values become it.
///
/// @param type actual type, also where a polymorphic one is declared
/// @param set RETURNS SETOF or TABLE
/// @param out variables of OUT parameters
/// @param procedure or a DO block: RETURN has no value
public record ResultType(SqlType type, boolean set, List<Variable> out, boolean procedure) {
    /// The columns that rows must have; null if any will do.
    @Nullable
    RowShape columns(Invocation invocation) {
        CatalogView view = invocation.view();
        if (!out.isEmpty() && (out.size() > 1 || type.oid() == TypeOids.RECORD)) {
            return new RowShape(
                    TypeOids.RECORD,
                    out.stream().map(Variable::name).toList(),
                    out.stream().map(Variable::type).toList());
        }
        if (type.oid() == TypeOids.RECORD) {
            if (invocation.site.resultColumns().isEmpty()) {
                return null;
            }
            List<String> names = new ArrayList<>();
            List<SqlType> types = new ArrayList<>();
            invocation.site.resultColumns().forEach(column -> {
                names.add(column.name());
                types.add(column.type());
            });
            return new RowShape(TypeOids.RECORD, names, types);
        }
        return view.isRowType(type.oid()) ? RowShape.ofType(type.oid(), view) : null;
    }

    boolean isRow(Invocation invocation) {
        return out.size() > 1 || invocation.view().isRowType(type.oid());
    }

    /// A computed value as the routine's.
    @Nullable
    Object coerced(Invocation invocation, @Nullable Object value, SqlType from) {
        if (type.oid() == TypeOids.VOID) {
            return null;
        }
        if (!isRow(invocation)) {
            return Coercions.assign(invocation, value, from, type);
        }
        return switch (value) {
            case null -> null;
            case Row row -> record(invocation, row);
            case PgRecord record ->
                record(
                        invocation,
                        new Row(
                                record.typeOid() == TypeOids.RECORD
                                        ? RowShape.anonymous(record.fieldOids())
                                        : RowShape.ofType(record.typeOid(), invocation.view()),
                                record.values()));
            default ->
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH,
                        "cannot return non-composite value from function returning composite type");
        };
    }

    PgRecord record(Invocation invocation, Row row) {
        return fitting(invocation, row, "returned record type does not match expected record type")
                .toRecord();
    }

    /// A row in the columns of the result.
    Row fitting(Invocation invocation, Row row, String mismatch) {
        RowShape wanted = columns(invocation);
        if (wanted == null) {
            return row;
        }
        if (row.shape().size() != wanted.size()) {
            throw new SqlException(SqlState.DATATYPE_MISMATCH, mismatch)
                    .withDetail("Number of returned columns (" + row.shape().size()
                            + ") does not match expected column count (" + wanted.size() + ").");
        }
        return TargetNode.shaped(invocation, wanted, row.shape(), row.values());
    }
}
