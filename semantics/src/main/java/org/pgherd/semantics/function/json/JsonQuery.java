package org.pgherd.semantics.function.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.jsonpath.JsonPath;
import org.pgherd.semantics.value.Jsonb;

/// What a path finds, as JSON_EXISTS, JSON_QUERY, JSON_VALUE and JSON_TABLE take it (JsonPathExists, JsonPathQuery,
/// JsonPathValue of jsonpath_exec.c). Errors that ON ERROR catches come as [Failure].
public final class JsonQuery {
    private JsonQuery() {}

    /// How results become one array.
    public enum Wrapping {
        NONE,
        CONDITIONAL,
        UNCONDITIONAL
    }

    /// Nothing was found.
    public static final Jsonb EMPTY = new Jsonb.Str(org.pgherd.semantics.value.Text.of("empty"));

    /// An error that ON ERROR answers.
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SqlException error;

        Failure(SqlException error) {
            super(null, null, false, false);
            this.error = error;
        }

        public SqlException error() {
            return error;
        }
    }

    private static List<Object> found(FunctionContext context, Jsonb document, JsonPath path, PathVariables variables) {
        try {
            return new JsonPathExecutor(context, path, document, variables, true).found();
        } catch (PathFailure e) {
            throw new Failure(e.error());
        }
    }

    public static boolean exists(FunctionContext context, Jsonb document, JsonPath path, PathVariables variables) {
        try {
            return new JsonPathExecutor(context, path, document, variables, true).exists();
        } catch (PathFailure e) {
            throw new Failure(e.error());
        }
    }

    /// All items, as jsonb.
    public static List<Jsonb> items(FunctionContext context, Jsonb document, JsonPath path, PathVariables variables) {
        return found(context, document, path, variables).stream()
                .map(JsonPathMoments::json)
                .toList();
    }

    /// [#EMPTY] if there is none.
    public static Jsonb query(
            FunctionContext context,
            Jsonb document,
            JsonPath path,
            PathVariables variables,
            Wrapping wrapping,
            @Nullable String column) {
        List<Jsonb> items = items(context, document, path, variables);
        if (items.isEmpty()) {
            return EMPTY;
        }
        if (wrapping == Wrapping.UNCONDITIONAL || wrapping == Wrapping.CONDITIONAL && items.size() > 1) {
            return new Jsonb.Array(items.toArray(new Jsonb[0]));
        }
        if (items.size() > 1) {
            throw new Failure(new SqlException(
                            SqlState.MORE_THAN_ONE_SQL_JSON_ITEM,
                            "JSON path expression "
                                    + (column == null ? "in JSON_QUERY" : "for column \"" + column + "\"")
                                    + " must return single item when no wrapper is requested")
                    .withHint("Use the WITH WRAPPER clause to wrap SQL/JSON items into an array."));
        }
        return items.getFirst();
    }

    /// A scalar: a [Jsonb], [#EMPTY] among them, or the date or time that a method of the path made; null for null.
    public static @Nullable Object value(
            FunctionContext context, Jsonb document, JsonPath path, PathVariables variables, @Nullable String column) {
        List<Object> items = found(context, document, path, variables);
        if (items.isEmpty()) {
            return EMPTY;
        }
        if (items.size() > 1) {
            throw notOneScalar(SqlState.MORE_THAN_ONE_SQL_JSON_ITEM, column);
        }
        Object item = items.getFirst();
        if (item instanceof Jsonb.Array || item instanceof Jsonb.Object) {
            throw notOneScalar(SqlState.SQL_JSON_SCALAR_REQUIRED, column);
        }
        return item instanceof Jsonb.Null ? null : item;
    }

    private static Failure notOneScalar(SqlState state, @Nullable String column) {
        return new Failure(new SqlException(
                state,
                "JSON path expression " + (column == null ? "in JSON_VALUE" : "for column \"" + column + "\"")
                        + " must return single scalar item"));
    }

    /// As jsonb, dates and times as strings.
    public static Jsonb json(Object item) {
        return JsonPathMoments.json(item);
    }

    /// The text that the input function of another type reads (ExecGetJsonValueItemString).
    public static String text(FunctionContext context, Object item) {
        return switch (item) {
            case PathMoment m -> Codecs.output(m.typeOid(), m.value(), context);
            case Jsonb.Str s -> s.value().toString();
            case Jsonb.Bool b -> b.value() ? "t" : "f";
            default -> JsonbText.format((Jsonb) item);
        };
    }
}
