package org.pgherd.plpgsql.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// Values to the type of what they are assigned to (exec_cast_value): assignment casts, else through text.
final class Coercions {
    private Coercions() {}

    static @Nullable Object assign(Invocation invocation, @Nullable Object value, SqlType from, SqlType to) {
        CatalogView view = invocation.view();
        if (value == null) {
            if (view.typeKind(to.oid()) == 'd') {
                invocation.context.checkDomain(to, null);
            }
            return null;
        }
        if (from.oid() == to.oid() && (to.typmod() == -1 || to.typmod() == from.typmod())) {
            return value;
        }
        if (to.oid() == TypeOids.RECORD || to.oid() == TypeOids.UNKNOWN || to.oid() == TypeOids.VOID) {
            return value;
        }
        Object widened = widened(value, from.oid(), to);
        return widened != null ? widened : converted(invocation, view, value, from, to);
    }

    /// Casts between numbers that cannot fail and whose result needs no modifier.
    private static @Nullable Object widened(Object value, int from, SqlType to) {
        if (!(value instanceof Integer i) || from != TypeOids.INT4 && from != TypeOids.INT2) {
            return null;
        }
        return switch (to.oid()) {
            case TypeOids.INT4 -> value;
            case TypeOids.INT8 -> (long) i;
            case TypeOids.FLOAT8 -> (double) i;
            default -> null;
        };
    }

    private static @Nullable Object converted(
            Invocation invocation, CatalogView view, Object value, SqlType from, SqlType to) {
        boolean fromText = isText(from.oid());
        if (fromText
                && (to.oid() == TypeOids.TEXT || to.oid() == TypeOids.VARCHAR)
                && to.typmod() < 0
                && from.oid() != TypeOids.BPCHAR) {
            return value;
        }
        if (view.typeKind(to.oid()) == 'd') {
            return cast(invocation, value, from, to);
        }
        if (fromText || isText(to.oid())) {
            return throughText(invocation, value, from, to);
        }
        try {
            return cast(invocation, value, from, to);
        } catch (SqlException e) {
            if (e.state().equals(SqlState.CANNOT_COERCE)) {
                return throughText(invocation, value, from, to);
            }
            throw e;
        }
    }

    private static Object throughText(Invocation invocation, Object value, SqlType from, SqlType to) {
        String text = from.oid() == TypeOids.UNKNOWN || from.oid() == TypeOids.TEXT
                ? value.toString()
                : Codecs.output(from.oid(), value, invocation.context);
        if (to.oid() == TypeOids.TEXT) {
            return Text.of(text);
        }
        if (from.oid() == TypeOids.BOOL && isText(to.oid())) {
            text = (Boolean) value ? "true" : "false";
        }
        return Codecs.forType(to.oid(), invocation.view()).input(text, to.typmod(), invocation.context);
    }

    private static boolean isText(int oid) {
        return switch (oid) {
            case TypeOids.TEXT, TypeOids.VARCHAR, TypeOids.BPCHAR, TypeOids.NAME, TypeOids.UNKNOWN -> true;
            default -> false;
        };
    }

    private static @Nullable Object cast(Invocation invocation, @Nullable Object value, SqlType from, SqlType to) {
        PreparedStatement statement = invocation.runner.prepare(
                "SELECT $1::" + invocation.view().formatType(to), VariableScope.positional(List.of(from)));
        try (Result result = statement.execute(new @Nullable Object[] {value}, invocation.readOnly)) {
            return result.next() ? result.get(0) : null;
        }
    }
}
