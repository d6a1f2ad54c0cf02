package org.pgherd.semantics.jsonpath;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// An item of a path and what follows it (JsonPathItem of jsonpath.h).
///
/// @param arguments operands, the filter's condition, a method's arguments
/// @param next the accessor applied to its result
public record PathItem(
        Kind kind,
        Content content,
        List<PathItem> arguments,
        @Nullable PathItem next) {
    /// What an item holds beside its arguments.
    public sealed interface Content {}

    /// Nothing.
    public record None() implements Content {}

    /// A string, a key or the name of a variable.
    public record Name(Text text) implements Content {}

    public record Number(Numeric value) implements Content {}

    public record Flag(boolean value) implements Content {}

    /// Levels of `**`; [#LAST_LEVEL] for `last`.
    public record Levels(long first, long last) implements Content {}

    /// Subscripts of an array.
    public record Subscripts(List<Subscript> list) implements Content {
        public Subscripts {
            list = List.copyOf(list);
        }
    }

    /// A pattern of like_regex with its flags, in the order "ismxq".
    public record Pattern(Text text, String flags) implements Content {}

    /// @param to null for a single index
    public record Subscript(PathItem from, @Nullable PathItem to) {}

    public static final long LAST_LEVEL = 0xFFFFFFFFL;
    public static final Content NONE = new None();

    public enum Kind {
        NULL("null", 6),
        STRING("string", 6),
        NUMERIC("numeric", 6),
        BOOL("bool", 6),
        AND("&&", 1),
        OR("||", 0),
        NOT("!", 6),
        IS_UNKNOWN("is unknown", 6),
        EQUAL("==", 2),
        NOT_EQUAL("!=", 2),
        LESS("<", 2),
        GREATER(">", 2),
        LESS_OR_EQUAL("<=", 2),
        GREATER_OR_EQUAL(">=", 2),
        ADD("+", 3),
        SUB("-", 3),
        MUL("*", 4),
        DIV("/", 4),
        MOD("%", 4),
        PLUS("+", 5),
        MINUS("-", 5),
        ANY_ARRAY("[*]", 6),
        ANY_KEY("*", 6),
        INDEX_ARRAY("[]", 6),
        ANY("**", 6),
        KEY("key", 6),
        CURRENT("@", 6),
        ROOT("$", 6),
        VARIABLE("$", 6),
        FILTER("?", 6),
        EXISTS("exists", 6),
        STARTS_WITH("starts with", 2),
        LIKE_REGEX("like_regex", 6),
        LAST("last", 6),
        TYPE("type", 6),
        SIZE("size", 6),
        ABS("abs", 6),
        FLOOR("floor", 6),
        CEILING("ceiling", 6),
        DOUBLE("double", 6),
        DATETIME("datetime", 6),
        KEYVALUE("keyvalue", 6),
        BIGINT("bigint", 6),
        BOOLEAN("boolean", 6),
        DATE("date", 6),
        DECIMAL("decimal", 6),
        INTEGER("integer", 6),
        NUMBER("number", 6),
        STRING_FUNC("string", 6),
        TIME("time", 6),
        TIME_TZ("time_tz", 6),
        TIMESTAMP("timestamp", 6),
        TIMESTAMP_TZ("timestamp_tz", 6);

        /// As in errors and in the text form.
        public final String text;
        /// How strongly it binds.
        final int priority;

        Kind(String text, int priority) {
            this.text = text;
            this.priority = priority;
        }

        boolean isMethod() {
            return compareTo(TYPE) >= 0;
        }

        boolean isPredicate() {
            return switch (this) {
                case AND,
                        OR,
                        NOT,
                        IS_UNKNOWN,
                        EQUAL,
                        NOT_EQUAL,
                        LESS,
                        GREATER,
                        LESS_OR_EQUAL,
                        GREATER_OR_EQUAL,
                        EXISTS,
                        STARTS_WITH,
                        LIKE_REGEX -> true;
                default -> false;
            };
        }
    }

    public PathItem {
        arguments = List.copyOf(arguments);
    }

    static PathItem of(Kind kind, PathItem... arguments) {
        return new PathItem(kind, NONE, List.of(arguments), null);
    }

    static PathItem of(Kind kind, Content content) {
        return new PathItem(kind, content, List.of(), null);
    }

    /// The same with more accessors at the end of its chain.
    PathItem followedBy(PathItem accessor) {
        return new PathItem(kind, content, arguments, next == null ? accessor : next.followedBy(accessor));
    }

    public PathItem argument(int index) {
        return arguments.get(index);
    }

    public Text text() {
        return ((Name) content).text;
    }

    public Numeric number() {
        return ((Number) content).value;
    }
}
