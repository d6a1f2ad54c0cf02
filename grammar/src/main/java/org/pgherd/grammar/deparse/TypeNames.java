package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.TypeName;

/// Names of types: the system's own by their SQL words where these give the same tree.
final class TypeNames {
    private TypeNames() {}

    static String type(TypeName type) {
        if (type.names().isEmpty()) {
            return "NONE";
        }
        StringBuilder out = new StringBuilder();
        if (type.setof()) {
            out.append("SETOF ");
        }
        out.append(type.pctType() ? dotted(type.names()) + "%TYPE" : base(type));
        for (Integer bound : type.arrayBounds()) {
            out.append('[').append(bound < 0 ? "" : bound.toString()).append(']');
        }
        return out.toString();
    }

    private static String base(TypeName type) {
        List<String> names = type.names();
        List<Expr> mods = type.typmods();
        String words = names.size() == 2 && names.get(0).equals("pg_catalog") ? words(names.get(1), mods) : "";
        return words.isEmpty() ? dotted(names) + modifiers(mods) : words;
    }

    private static String modifiers(List<Expr> mods) {
        return parens("", mods, Expressions::expr);
    }

    /// The words of a system type, or nothing if it has none of its own with these modifiers.
    private static String words(String name, List<Expr> mods) {
        boolean none = mods.isEmpty();
        boolean length = mods.size() == 1 && mods.get(0) instanceof IntegerConst number && number.ival() >= 0;
        return switch (name) {
            case "int4" -> when(none, "integer");
            case "int2" -> when(none, "smallint");
            case "int8" -> when(none, "bigint");
            case "float4" -> when(none, "real");
            case "float8" -> when(none, "double precision");
            case "bool" -> when(none, "boolean");
            case "json" -> when(none, "json");
            case "numeric" -> "numeric" + modifiers(mods);
            case "varchar" -> when(none || length, "varchar" + modifiers(mods));
            case "bpchar" -> when(length, "char" + modifiers(mods));
            case "bit" -> when(!none, "bit" + modifiers(mods));
            case "varbit" -> "bit varying" + modifiers(mods);
            case "time", "timestamp" -> when(none || length, name + modifiers(mods));
            case "timetz" -> when(none || length, "time" + modifiers(mods) + " with time zone");
            case "timestamptz" -> when(none || length, "timestamp" + modifiers(mods) + " with time zone");
            case "interval" -> when(none, "interval");
            default -> "";
        };
    }
}
