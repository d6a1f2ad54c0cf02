package org.pgherd.semantics.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.NumericTypmod;

/// SQL names of types (format_type.c).
public final class TypeNames {
    /// SQL's own names that are not in pg_type.
    private static final Map<String, Integer> SQL_NAMES = Map.ofEntries(
            Map.entry("boolean", TypeOids.BOOL),
            Map.entry("smallint", TypeOids.INT2),
            Map.entry("int", TypeOids.INT4),
            Map.entry("integer", TypeOids.INT4),
            Map.entry("bigint", TypeOids.INT8),
            Map.entry("real", TypeOids.FLOAT4),
            Map.entry("float", TypeOids.FLOAT8),
            Map.entry("double precision", TypeOids.FLOAT8),
            Map.entry("decimal", TypeOids.NUMERIC),
            Map.entry("dec", TypeOids.NUMERIC),
            Map.entry("char", TypeOids.BPCHAR),
            Map.entry("character", TypeOids.BPCHAR),
            Map.entry("char varying", TypeOids.VARCHAR),
            Map.entry("character varying", TypeOids.VARCHAR),
            Map.entry("bit varying", TypeOids.VARBIT),
            Map.entry("time without time zone", TypeOids.TIME),
            Map.entry("time with time zone", TypeOids.TIMETZ),
            Map.entry("timestamp without time zone", TypeOids.TIMESTAMP),
            Map.entry("timestamp with time zone", TypeOids.TIMESTAMPTZ));

    private TypeNames() {}

    /// The type that a name without modifiers means, such as `pg_catalog.int4`, `double precision`, `integer[]`;
    /// null if there is none.
    public static @Nullable TypeRow parse(String text, TypeLookup lookup) {
        String name = text.strip();
        boolean array = name.endsWith("[]");
        while (name.endsWith("[]")) {
            name = name.substring(0, name.length() - 2).strip();
        }
        Integer sql = SQL_NAMES.get(name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        TypeRow row;
        if (sql != null) {
            row = lookup.type(sql);
        } else {
            List<String> parts = Identifiers.split(name);
            row = parts == null || parts.size() > 2
                    ? null
                    : lookup.type(parts.size() == 2 ? parts.getFirst() : null, parts.getLast());
        }
        return row == null || !array ? row : lookup.type(row.arrayOid());
    }

    /// As format_type(oid, NULL) and messages give it, when nothing is said about a modifier (format_type_be).
    public static String name(int oid, TypeLookup lookup) {
        TypeRow row = lookup.type(oid);
        if (row != null && row.isTrueArray() && row.storage() != 'p') {
            return name(row.elementOid(), lookup) + "[]";
        }
        return switch (oid) {
            case TypeOids.BPCHAR -> "character";
            case TypeOids.BIT -> "bit";
            default -> format(oid, -1, lookup);
        };
    }

    /// As format_type(oid, typmod) gives it, and as it can be read again; `???` for a type that is not there. Typmod -1
    /// means that there is no modifier (format_type_with_typemod).
    public static String format(int oid, int typmod, TypeLookup lookup) {
        if (oid == 0) {
            return "-";
        }
        TypeRow row = lookup.type(oid);
        if (row == null) {
            return "???";
        }
        if (row.isTrueArray() && row.storage() != 'p') {
            return element(row.elementOid(), typmod, lookup) + "[]";
        }
        return element(oid, typmod, lookup);
    }

    private static String element(int oid, int typmod, TypeLookup lookup) {
        String length = typmod >= 4 ? "(" + (typmod - 4) + ")" : "";
        String plain = typmod >= 0 ? "(" + typmod + ")" : "";
        return switch (oid) {
            case TypeOids.BOOL -> "boolean";
            case TypeOids.JSON -> "json";
            case TypeOids.INT2 -> "smallint";
            case TypeOids.INT4 -> "integer";
            case TypeOids.INT8 -> "bigint";
            case TypeOids.FLOAT4 -> "real";
            case TypeOids.FLOAT8 -> "double precision";
            case TypeOids.NUMERIC ->
                typmod >= 4
                        ? "numeric(" + NumericTypmod.precision(typmod) + "," + NumericTypmod.scale(typmod) + ")"
                        : "numeric";
            case TypeOids.VARCHAR -> "character varying" + length;
            // bpchar without a length is not char(1)
            case TypeOids.BPCHAR -> length.isEmpty() ? "bpchar" : "character" + length;
            // as little as bit is bit(1)
            case TypeOids.BIT -> typmod >= 0 ? "bit" + plain : "\"bit\"";
            case TypeOids.VARBIT -> "bit varying" + plain;
            case TypeOids.TIME -> "time" + plain + " without time zone";
            case TypeOids.TIMETZ -> "time" + plain + " with time zone";
            case TypeOids.TIMESTAMP -> "timestamp" + plain + " without time zone";
            case TypeOids.TIMESTAMPTZ -> "timestamp" + plain + " with time zone";
            case TypeOids.INTERVAL -> "interval" + intervalModifier(typmod);
            default -> named(oid, lookup);
        };
    }

    private static String named(int oid, TypeLookup lookup) {
        TypeRow row = lookup.type(oid);
        if (row == null) {
            return "???";
        }
        TypeRow visible = lookup.type(null, row.name());
        String name = Identifiers.quote(row.name());
        return visible != null && visible.oid() == oid ? name : Identifiers.quote(row.schema()) + "." + name;
    }

    /// timestamp.c:intervaltypmodout.
    private static String intervalModifier(int typmod) {
        if (typmod < 0) {
            return "";
        }
        int fields = typmod >> 16 & 0x7fff;
        int precision = typmod & 0xffff;
        String name = switch (fields) {
            case 1 << 2 -> " year";
            case 1 << 1 -> " month";
            case 1 << 3 -> " day";
            case 1 << 10 -> " hour";
            case 1 << 11 -> " minute";
            case 1 << 12 -> " second";
            case 1 << 2 | 1 << 1 -> " year to month";
            case 1 << 3 | 1 << 10 -> " day to hour";
            case 1 << 3 | 1 << 10 | 1 << 11 -> " day to minute";
            case 1 << 3 | 1 << 10 | 1 << 11 | 1 << 12 -> " day to second";
            case 1 << 10 | 1 << 11 -> " hour to minute";
            case 1 << 10 | 1 << 11 | 1 << 12 -> " hour to second";
            case 1 << 11 | 1 << 12 -> " minute to second";
            default -> "";
        };
        return precision == 0xffff ? name : name + "(" + precision + ")";
    }
}
