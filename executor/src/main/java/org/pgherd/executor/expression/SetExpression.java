package org.pgherd.executor.expression;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.JsonTableExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.shardplanner.plan.AskedRows;

/// A call in FROM or in a target list that may give several rows. The role of execSRF.c.
public final class SetExpression {
    private final Calls.@Nullable SetEvaluator set;
    private final @Nullable Evaluator scalar;
    private final int[] fieldOids;
    private final boolean composite;
    private final int typeOid;

    /// pg_proc.oid of unnest(anyarray), whose rows are elements whatever they are.
    private static final int ARRAY_UNNEST = 2331;

    private SetExpression(
            Calls.@Nullable SetEvaluator set,
            @Nullable Evaluator scalar,
            boolean composite,
            int[] fieldOids,
            int typeOid) {
        this.set = set;
        this.scalar = scalar;
        this.composite = composite;
        this.fieldOids = fieldOids;
        this.typeOid = typeOid;
    }

    /// @param composite whether its value is a row, and `columns` that row's fields
    public static SetExpression compile(
            Expr expr, boolean composite, List<CallSite.ResultColumn> columns, ExpressionCompiler compiler) {
        int[] fields = columns.stream().mapToInt(column -> column.type().oid()).toArray();
        int type = expr.type().oid();
        if (expr instanceof FuncExpr f && f.retset()) {
            CallSite plain = Calls.site(f);
            CallSite site = new CallSite(
                    plain.argumentTypes(), plain.resultType(), plain.inputCollation(), plain.variadic(), columns);
            Calls.SetEvaluator rows = Calls.set(f.funcId(), site, compiler.compileAll(f.args()));
            boolean whole = composite && f.funcId() == ARRAY_UNNEST;
            return new SetExpression(
                    whole ? frame -> new ElementFields(rows.evaluate(frame)) : rows, null, composite, fields, type);
        }
        if (expr instanceof OpExpr o && o.retset()) {
            CallSite site = Calls.site(o.args(), o.type(), o.inputCollation(), false);
            return new SetExpression(
                    Calls.set(o.opFuncId(), site, compiler.compileAll(o.args())), null, composite, fields, type);
        }
        if (expr instanceof FuncExpr f && !columns.isEmpty() && type == SqlType.RECORD.oid()) {
            return new SetExpression(null, Calls.ofColumns(f, columns, compiler), composite, fields, type);
        }
        if (expr instanceof JsonTableExpr table) {
            return new SetExpression(new JsonTableRows(table, compiler), null, composite, fields, type);
        }
        if (expr instanceof AskedRows asked) {
            return new SetExpression(
                    AskedExpressions.rows(asked, compiler.compileAll(asked.arguments())),
                    null,
                    composite,
                    fields,
                    type);
        }
        return new SetExpression(null, compiler.compile(expr), composite, fields, type);
    }

    public boolean isSet() {
        return set != null;
    }

    /// The rows by columns; a function that gives no set gives one row.
    public RowIterator rows(RowFrame frame) {
        if (set != null) {
            return set.evaluate(frame);
        }
        Object value = value(frame);
        if (!composite) {
            return RowIterator.ofValues(Collections.singletonList(value).iterator());
        }
        @Nullable Object[] fields = value == null ? new Object[fieldOids.length] : checked((PgRecord) value);
        List<@Nullable Object[]> rows = List.<@Nullable Object[]>of(fields);
        return RowIterator.ofRows(rows.iterator());
    }

    /// The fields of a record for which the query has declared columns (execSRF.c:tupledesc_match).
    private @Nullable Object[] checked(PgRecord record) {
        if (typeOid == SqlType.RECORD.oid()) {
            if (record.size() != fieldOids.length) {
                throw mismatch("Returned row contains " + record.size()
                        + (record.size() == 1 ? " attribute" : " attributes") + ", but query expects "
                        + fieldOids.length + ".");
            }
            for (int i = 0; i < fieldOids.length; i++) {
                int given = record.fieldOids()[i];
                if (given != fieldOids[i] && !isTextual(given, fieldOids[i])) {
                    throw mismatch("Returned type " + TypeNames.name(given, BuiltinCatalog.instance())
                            + " at ordinal position " + (i + 1) + ", but query expects "
                            + TypeNames.name(fieldOids[i], BuiltinCatalog.instance()) + ".");
                }
            }
        }
        return record.values();
    }

    private static boolean isTextual(int a, int b) {
        return a == TypeOids.UNKNOWN
                || (a == TypeOids.TEXT || a == TypeOids.VARCHAR) && (b == TypeOids.TEXT || b == TypeOids.VARCHAR);
    }

    private static SqlException mismatch(String detail) {
        return new SqlException(
                        SqlState.DATATYPE_MISMATCH, "function return row and query-specified return row do not match")
                .withDetail(detail);
    }

    public @Nullable Object value(RowFrame frame) {
        if (scalar == null) {
            throw new AssertionError("a set has no single value");
        }
        return scalar.evaluate(frame);
    }

    /// The current row as one value: in a target list a composite result stays whole.
    public @Nullable Object current(RowIterator rows) {
        if (fieldOids.length == 0 && typeOid == SqlType.RECORD.oid() && rows instanceof Result result) {
            return anonymous(result);
        }
        if (rows instanceof ElementFields elements) {
            return elements.whole();
        }
        if (!composite) {
            return rows.get(0);
        }
        @Nullable Object[] fields = new Object[fieldOids.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = rows.get(i);
        }
        return new PgRecord(typeOid == 0 ? SqlType.RECORD.oid() : typeOid, fieldOids, fields);
    }

    /// Of a function of SQL that returns records whose columns nobody has declared.
    private static PgRecord anonymous(Result rows) {
        int[] types = new int[rows.columns().size()];
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = rows.columns().get(i).type().oid();
            values[i] = rows.get(i);
        }
        return types.length == 1 && values[0] instanceof PgRecord whole
                ? whole
                : new PgRecord(SqlType.RECORD.oid(), types, values);
    }
}
