package org.pgherd.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Text;

/// Expressions over the columns of [SemanticsData], with the same in SQL and the column that PostgreSQL reads for it
/// anyway.
public enum SemanticsShape {
    INT8_ARITHMETIC("a * 3 + b - 7", "b", op(op(op(Column.A.var(), "*", int8(3)), "+", Column.B.var()), "-", int8(7))),
    FLOAT8_ARITHMETIC(
            "x * 1.5 + y / 3", "y", op(op(Column.X.var(), "*", float8(1.5)), "+", op(Column.Y.var(), "/", float8(3)))),
    DATE_ARITHMETIC("d + i - date '2020-01-01'", "i", op(op(Column.D.var(), "+", Column.I.var()), "-", date(7305))),
    INT8_CONDITION(
            "a > 500 AND b < 300 OR a = b",
            "b",
            or(
                    and(op(Column.A.var(), ">", int8(500)), op(Column.B.var(), "<", int8(300))),
                    op(Column.A.var(), "=", Column.B.var()))),
    NUMERIC_ADD("n + m", "m", op(Column.N.var(), "+", Column.M.var())),
    NUMERIC_MULTIPLY("n * m", "m", op(Column.N.var(), "*", Column.M.var())),
    NUMERIC_SUM("sum(n)", "n", Column.N.var()),
    TEXT_COMPARISON("s < t", "t", op(Column.S.var(), "<", Column.T.var())),
    LIKE("s LIKE '%needle%'", "s", op(Column.S.var(), "~~", text("%needle%"))),
    REGEX("s ~ 'e[0-9]+x'", "s", op(Column.S.var(), "~", text("e[0-9]+x"))),
    TIMESTAMP_TRUNC("date_trunc('month', ts)", "ts", call("date_trunc", text("month"), Column.TS.var())),
    JSONB_ACCESS("j ->> 'name'", "j", op(Column.J.var(), "->>", text("name")));

    /// Columns in the table's order.
    enum Column {
        A("int8", SqlType.INT8),
        B("int8", SqlType.INT8),
        X("float8", SqlType.FLOAT8),
        Y("float8", SqlType.FLOAT8),
        D("date", SqlType.DATE),
        I("int4", SqlType.INT4),
        TS("timestamp", SqlType.TIMESTAMP),
        N("numeric", SqlType.NUMERIC),
        M("numeric", SqlType.NUMERIC),
        S("text COLLATE \"C\"", SqlType.TEXT.withCollation(Collations.C)),
        T("text COLLATE \"C\"", SqlType.TEXT.withCollation(Collations.C)),
        J("jsonb", SqlType.JSONB);

        final String sqlType;
        final SqlType type;

        Column(String sqlType, SqlType type) {
            this.sqlType = sqlType;
            this.type = type;
        }

        Var var() {
            return new Var(Var.OUTER, ordinal() + 1, type, 0, Position.NONE);
        }
    }

    final String sql;
    final String column;
    final Expr expr;

    SemanticsShape(String sql, String column, Expr expr) {
        this.sql = sql;
        this.column = column;
        this.expr = expr;
    }

    boolean aggregates() {
        return this == NUMERIC_SUM;
    }

    private static Const int8(long value) {
        return new Const(SqlType.INT8, value, Position.NONE);
    }

    private static Const float8(double value) {
        return new Const(SqlType.FLOAT8, value, Position.NONE);
    }

    private static Const date(int days) {
        return new Const(SqlType.DATE, days, Position.NONE);
    }

    private static Const text(String value) {
        return new Const(SqlType.TEXT.withCollation(Collations.C), Text.of(value), Position.NONE);
    }

    private static Expr and(Expr... args) {
        return new org.pgherd.analyzer.query.BoolExpr(
                org.pgherd.analyzer.query.BoolExpr.Kind.AND, List.of(args), Position.NONE);
    }

    private static Expr or(Expr... args) {
        return new org.pgherd.analyzer.query.BoolExpr(
                org.pgherd.analyzer.query.BoolExpr.Kind.OR, List.of(args), Position.NONE);
    }

    private static Expr op(Expr left, String name, Expr right) {
        OperatorRow row = Objects.requireNonNull(BuiltinCatalog.instance()
                .operator(name, left.type().oid(), right.type().oid()));
        SqlType type = SqlType.of(row.result()).withCollation(row.result() == SqlType.TEXT.oid() ? Collations.C : 0);
        List<Expr> args = List.of(left, right);
        return new OpExpr(row.oid(), row.functionOid(), name, args, false, type, Collations.C, Position.NONE);
    }

    private static Expr call(String name, Expr... args) {
        List<Integer> types = Arrays.stream(args).map(a -> a.type().oid()).toList();
        ProcRow row = BuiltinCatalog.instance().procsNamed(name).stream()
                .filter(p -> p.argTypes().equals(types))
                .findFirst()
                .orElseThrow();
        return new FuncExpr(
                row.oid(),
                name,
                List.of(args),
                false,
                false,
                CoercionForm.EXPLICIT_CALL,
                SqlType.of(row.returnType()),
                Collations.C,
                Position.NONE);
    }
}
