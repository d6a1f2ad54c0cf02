package org.pgherd.semantics.function.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.jsonpath.JsonPath;
import org.pgherd.semantics.value.Jsonb;

/// jsonb_path_query() and its kin, and the operators `@?` and `@@` (jsonpath_exec.c).
public final class JsonPathCalls {
    private JsonPathCalls() {}

    private static List<Jsonb> all(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent, boolean useZone) {
        return new JsonPathExecutor(context, path, value, variables, useZone)
                .all(silent).stream().map(JsonPathMoments::json).toList();
    }

    private static @Nullable Boolean match(List<Jsonb> found, boolean silent) {
        if (found.size() == 1) {
            if (found.getFirst() instanceof Jsonb.Bool b) {
                return b.value();
            }
            if (found.getFirst() instanceof Jsonb.Null) {
                return null;
            }
        }
        if (!silent) {
            throw new SqlException(SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED, "single boolean result is expected");
        }
        return null;
    }

    @PgFunction(oid = 4005)
    public static @Nullable Boolean jsonb_path_exists(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return new JsonPathExecutor(context, path, value, variables, false).any(silent);
    }

    @PgFunction(oid = 4009)
    public static @Nullable Boolean jsonb_path_match(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return match(all(context, value, path, variables, silent, false), silent);
    }

    @PgFunction(oid = 4006)
    public static RowIterator jsonb_path_query(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return RowIterator.ofValues(
                all(context, value, path, variables, silent, false).iterator());
    }

    @PgFunction(oid = 4007)
    public static Jsonb jsonb_path_query_array(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return new Jsonb.Array(
                all(context, value, path, variables, silent, false).toArray(new Jsonb[0]));
    }

    @PgFunction(oid = 4008)
    public static @Nullable Jsonb jsonb_path_query_first(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        List<Jsonb> found = all(context, value, path, variables, silent, false);
        return found.isEmpty() ? null : found.getFirst();
    }

    @PgFunction(oid = 1177)
    public static @Nullable Boolean jsonb_path_exists_tz(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return new JsonPathExecutor(context, path, value, variables, true).any(silent);
    }

    @PgFunction(oid = 2030)
    public static @Nullable Boolean jsonb_path_match_tz(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return match(all(context, value, path, variables, silent, true), silent);
    }

    @PgFunction(oid = 1179)
    public static RowIterator jsonb_path_query_tz(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return RowIterator.ofValues(
                all(context, value, path, variables, silent, true).iterator());
    }

    @PgFunction(oid = 1180)
    public static Jsonb jsonb_path_query_array_tz(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        return new Jsonb.Array(
                all(context, value, path, variables, silent, true).toArray(new Jsonb[0]));
    }

    @PgFunction(oid = 2023)
    public static @Nullable Jsonb jsonb_path_query_first_tz(
            FunctionContext context, Jsonb value, JsonPath path, Jsonb variables, boolean silent) {
        List<Jsonb> found = all(context, value, path, variables, silent, true);
        return found.isEmpty() ? null : found.getFirst();
    }

    @PgFunction(oid = 4010)
    public static @Nullable Boolean jsonb_path_exists_opr(FunctionContext context, Jsonb value, JsonPath path) {
        return jsonb_path_exists(context, value, path, Jsonb.Object.EMPTY, true);
    }

    @PgFunction(oid = 4011)
    public static @Nullable Boolean jsonb_path_match_opr(FunctionContext context, Jsonb value, JsonPath path) {
        return jsonb_path_match(context, value, path, Jsonb.Object.EMPTY, true);
    }
}
