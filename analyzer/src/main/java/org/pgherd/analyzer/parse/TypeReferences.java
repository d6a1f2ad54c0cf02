package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Type names in statements (parse_type.c), with their modifiers (the typmodin functions).
public final class TypeReferences {
    private static final int VARCHAR_MAX = 10485760;
    private static final int NUMERIC_MAX_PRECISION = 1000;
    private static final int INTERVAL_FULL_RANGE = 0x7FFF;
    private static final int INTERVAL_FULL_PRECISION = 0xFFFF;

    private TypeReferences() {}

    /// The type, with modifier and its own collation; an error if there is none.
    public static SqlType resolve(CatalogView catalog, TypeName name) {
        TypeRow row = lookup(catalog, name);
        if (row == null) {
            throw new SqlException(SqlState.UNDEFINED_OBJECT, "type \"" + text(name) + "\" does not exist", name.at());
        }
        if (!row.defined()) {
            throw new SqlException(SqlState.UNDEFINED_OBJECT, "type \"" + text(name) + "\" is only a shell", name.at());
        }
        return new SqlType(row.oid(), typmod(catalog, row, name), row.collation());
    }

    /// As [#resolve], null if there is no such type. Modifiers are not looked at.
    static @Nullable TypeRow lookup(CatalogView catalog, TypeName name) {
        List<String> names = name.names();
        TypeRow row;
        if (name.pctType()) {
            row = columnType(catalog, name);
        } else {
            String schema = names.size() >= 2 ? names.get(names.size() - 2) : null;
            if (schema != null && !catalog.hasSchema(schema)) {
                throw new SqlException(
                        SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist", name.at());
            }
            row = catalog.type(schema, names.getLast());
            if (row == null && (schema == null || schema.equals("pg_catalog"))) {
                row = catalog.type("pg_catalog", names.getLast());
            }
        }
        if (row != null && !name.arrayBounds().isEmpty()) {
            return row.arrayOid() == 0 ? null : catalog.type(row.arrayOid());
        }
        return row;
    }

    private static TypeRow columnType(CatalogView catalog, TypeName name) {
        List<String> names = name.names();
        if (names.size() < 2) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "improper %TYPE reference (too few dotted names): " + String.join(".", names),
                    name.at());
        }
        String column = names.getLast();
        String table = names.get(names.size() - 2);
        Relation relation = catalog.relation(names.size() > 2 ? names.get(names.size() - 3) : null, table);
        if (relation == null) {
            throw new SqlException(SqlState.UNDEFINED_TABLE, "relation \"" + table + "\" does not exist", name.at());
        }
        Column found = relation.column(column);
        if (found == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"" + column + "\" of relation \"" + table + "\" does not exist",
                    name.at());
        }
        return catalog.typeRow(found.type().oid());
    }

    /// A type name as an error shows it.
    static String text(TypeName name) {
        return String.join(".", name.names())
                + (name.pctType() ? "%TYPE" : "")
                + (name.arrayBounds().isEmpty() ? "" : "[]");
    }

    private static int typmod(CatalogView catalog, TypeRow row, TypeName name) {
        if (name.typmods().isEmpty()) {
            return -1;
        }
        TypeRow element = row.isTrueArray() ? catalog.typeRow(row.elementOid()) : row;
        if (element.typmodInOid() == 0) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR, "type modifier is not allowed for type \"" + text(name) + "\"", name.at());
        }
        List<Integer> values = new ArrayList<>();
        for (var typmod : name.typmods()) {
            switch (typmod) {
                case IntegerConst c -> values.add(c.ival());
                case FloatConst c -> values.add(number(c.fval(), name.at()));
                case StringConst c -> values.add(number(c.sval(), name.at()));
                case ColumnRef c
                when c.fields().size() == 1 -> values.add(number(c.fields().getFirst(), name.at()));
                case org.pgherd.grammar.ast.AExpr a
                when a.lexpr() == null && a.name().equals(List.of("-")) && a.rexpr() instanceof IntegerConst c ->
                    values.add(-c.ival());
                default ->
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR, "type modifiers must be simple constants or identifiers", name.at());
            }
        }
        try {
            return encode(element.oid(), values);
        } catch (SqlException e) {
            throw e.withAt(name.at());
        }
    }

    private static int number(String text, Position at) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new SqlException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "invalid input syntax for type integer: \"" + text + "\"",
                    at);
        }
    }

    private static int encode(int type, List<Integer> values) {
        int first = values.getFirst();
        return switch (type) {
            case TypeOids.VARCHAR -> 4 + length("varchar", values, VARCHAR_MAX);
            case TypeOids.BPCHAR -> 4 + length("char", values, VARCHAR_MAX);
            case TypeOids.BIT -> length("bit", values, VARCHAR_MAX * 8);
            case TypeOids.VARBIT -> length("varbit", values, VARCHAR_MAX * 8);
            case TypeOids.NUMERIC -> numeric(values);
            case TypeOids.TIME -> precision("TIME", "", values);
            case TypeOids.TIMETZ -> precision("TIME", " WITH TIME ZONE", values);
            case TypeOids.TIMESTAMP -> precision("TIMESTAMP", "", values);
            case TypeOids.TIMESTAMPTZ -> precision("TIMESTAMP", " WITH TIME ZONE", values);
            case TypeOids.INTERVAL -> {
                if (values.size() == 1) {
                    yield first == INTERVAL_FULL_RANGE
                            ? -1
                            : (first & INTERVAL_FULL_RANGE) << 16 | INTERVAL_FULL_PRECISION;
                }
                int precision = values.get(1);
                if (precision < 0) {
                    throw invalid("INTERVAL(" + precision + ") precision must not be negative");
                }
                yield (first & INTERVAL_FULL_RANGE) << 16 | Math.min(precision, 6);
            }
            default ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "type modifiers of user-defined types are not supported");
        };
    }

    private static int length(String type, List<Integer> values, int maximum) {
        if (values.size() != 1) {
            throw invalid("invalid type modifier");
        }
        int length = values.getFirst();
        if (length < 1) {
            throw invalid("length for type " + type + " must be at least 1");
        }
        if (length > maximum) {
            throw invalid("length for type " + type + " cannot exceed " + maximum);
        }
        return length;
    }

    private static int numeric(List<Integer> values) {
        int precision = values.getFirst();
        if (values.size() > 2) {
            throw invalid("invalid NUMERIC type modifier");
        }
        if (precision < 1 || precision > NUMERIC_MAX_PRECISION) {
            throw invalid("NUMERIC precision " + precision + " must be between 1 and " + NUMERIC_MAX_PRECISION);
        }
        int scale = values.size() == 2 ? values.get(1) : 0;
        if (scale < -NUMERIC_MAX_PRECISION || scale > NUMERIC_MAX_PRECISION) {
            throw invalid("NUMERIC scale " + scale + " must be between -" + NUMERIC_MAX_PRECISION + " and "
                    + NUMERIC_MAX_PRECISION);
        }
        return (precision << 16 | scale & 0x7ff) + 4;
    }

    private static int precision(String type, String suffix, List<Integer> values) {
        if (values.size() != 1) {
            throw invalid("invalid type modifier");
        }
        int precision = values.getFirst();
        if (precision < 0) {
            throw invalid(type + "(" + precision + ")" + suffix + " precision must not be negative");
        }
        return Math.min(precision, 6);
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message);
    }
}
