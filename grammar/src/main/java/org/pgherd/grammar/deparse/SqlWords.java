package org.pgherd.grammar.deparse;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.lexer.KeywordClass;
import org.pgherd.grammar.lexer.Keywords;

/// Names, literals and operators as SQL words, and how clauses are put together.
final class SqlWords {
    /// Unreserved keywords that mean something else in places where a name may stand.
    private static final Set<String> MEANINGFUL = Set.of(
            "cube",
            "rollup",
            "over",
            "filter",
            "within",
            "nested",
            "partition",
            "range",
            "rows",
            "groups",
            "unbounded",
            "current",
            "ordinality",
            "operator",
            "value",
            "values",
            "path",
            "escape",
            "at",
            "by",
            "prepare",
            "set",
            "nulls",
            "format",
            "json",
            "public",
            "period",
            "atomic",
            "double",
            "recursive",
            "sets",
            "generated",
            "stored",
            "storage",
            "compression",
            "options",
            "include",
            "conflict",
            "of",
            "no",
            "new",
            "old",
            "collation",
            "column",
            "if",
            "trigger",
            "rule",
            "level",
            "mode",
            "document",
            "content",
            "name",
            "version",
            "sql",
            "time",
            "zone",
            "transaction",
            "session",
            "local",
            "names",
            "role",
            "schema",
            "system",
            "only",
            "materialized",
            "search",
            "cycle",
            "returns",
            "enforced",
            "always",
            "identity",
            "xml");

    private SqlWords() {}

    /// The parts that are not empty, with spaces between them.
    static String spaced(String... parts) {
        StringJoiner out = new StringJoiner(" ");
        for (String part : parts) {
            if (!part.isEmpty()) {
                out.add(part);
            }
        }
        return out.toString();
    }

    static <T> String list(List<? extends T> items, Function<? super T, String> text) {
        return joined(", ", items, text);
    }

    static <T> String joined(String separator, List<? extends T> items, Function<? super T, String> text) {
        StringJoiner out = new StringJoiner(separator);
        for (T item : items) {
            out.add(text.apply(item));
        }
        return out.toString();
    }

    /// The list in parentheses behind `before`, or nothing if it is empty.
    static <T> String parens(String before, List<? extends T> items, Function<? super T, String> text) {
        return items.isEmpty() ? "" : spaced(before, "(" + list(items, text) + ")");
    }

    /// `before` and the text of the value, or nothing if there is none.
    static <T> String given(String before, @Nullable T value, Function<? super T, String> text) {
        return value == null ? "" : spaced(before, text.apply(value));
    }

    static String when(boolean condition, String words) {
        return condition ? words : "";
    }

    static String ifExists(boolean missingOk) {
        return missingOk ? "IF EXISTS" : "";
    }

    static String ifNotExists(boolean missingOk) {
        return missingOk ? "IF NOT EXISTS" : "";
    }

    // ------------------------------------------------------------------ names and literals

    static String name(String name) {
        if (plain(name)) {
            KeywordClass kind = Keywords.classOf(name);
            if (kind == null || (kind == KeywordClass.UNRESERVED && !MEANINGFUL.contains(name))) {
                return name;
            }
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean plain(String name) {
        if (name.isEmpty() || !(lower(name.charAt(0)) || name.charAt(0) == '_')) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!lower(c) && c != '_' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /// A qualified name.
    static String dotted(List<String> names) {
        return joined(".", names, SqlWords::name);
    }

    /// Columns in parentheses, or nothing.
    static String columns(List<String> names) {
        return parens("", names, SqlWords::name);
    }

    static String names(List<String> names) {
        return list(names, SqlWords::name);
    }

    static String string(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// The name of a setting, whose parts have dots between them.
    static String setting(String name) {
        return joined(".", List.of(name.split("\\.", -1)), SqlWords::name);
    }

    /// An operator where any may stand, its schema before it.
    static String anyOperator(List<String> name) {
        int last = name.size() - 1;
        return last == 0 ? name.get(0) : dotted(name.subList(0, last)) + "." + name.get(last);
    }

    /// An operator within an expression.
    static String operator(List<String> name) {
        return name.size() == 1 ? name.get(0) : "OPERATOR(" + anyOperator(name) + ")";
    }
}
