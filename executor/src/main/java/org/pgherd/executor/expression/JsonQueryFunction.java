package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.JsonBehavior;
import org.pgherd.analyzer.query.JsonExpr;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.json.JsonPopulation;
import org.pgherd.semantics.function.json.JsonQuery;
import org.pgherd.semantics.function.json.PathVariables;
import org.pgherd.semantics.jsonpath.JsonPath;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Text;

/// JSON_EXISTS, JSON_QUERY and JSON_VALUE (ExecInitJsonExpr, ExecEvalJsonExprPath, ExecEvalJsonCoercionFinish).
final class JsonQueryFunction implements Evaluator {
    private final JsonExpr expr;
    private final SqlType type;
    private final boolean throwing;
    private final Evaluator document;
    private final Evaluator path;
    private final Passing passing;
    private final @Nullable Evaluator onEmpty;
    private final @Nullable Evaluator onError;

    /// The values of PASSING.
    record Passing(List<String> names, int[] types, Evaluator[] values) {
        PathVariables evaluate(RowFrame frame) {
            return PathVariables.of(frame.context.functions(), names, types, Calls.evaluateAll(values, frame));
        }
    }

    JsonQueryFunction(JsonExpr expr, ExpressionCompiler compiler) {
        this.expr = expr;
        this.type = expr.type();
        this.throwing = expr.onError().kind() == JsonBehavior.Kind.ERROR;
        this.document = compiler.compile(expr.context());
        this.path = compiler.compile(expr.path());
        this.passing = new Passing(
                expr.passingNames(), JsonConstructs.typeOids(expr.passing()), compiler.compileAll(expr.passing()));
        this.onEmpty = expr.onEmpty() == null
                ? null
                : compiler.compileOptional(expr.onEmpty().expr());
        this.onError = compiler.compileOptional(expr.onError().expr());
    }

    @Override
    public @Nullable Object evaluate(RowFrame frame) {
        Jsonb value = (Jsonb) document.evaluate(frame);
        JsonPath steps = value == null ? null : (JsonPath) path.evaluate(frame);
        if (value == null || steps == null) {
            return null;
        }
        PathVariables variables = passing.evaluate(frame);
        Object found;
        try {
            found = find(frame.context.functions(), value, steps, variables);
        } catch (JsonQuery.Failure e) {
            if (throwing) {
                throw e.error();
            }
            return otherwise(expr.onError(), onError, "ON ERROR", frame);
        }
        if (found == JsonQuery.EMPTY) {
            JsonBehavior empty = expr.onEmpty();
            if (empty == null || empty.kind() == JsonBehavior.Kind.ERROR) {
                throw nothingFound();
            }
            return otherwise(empty, onEmpty, "ON EMPTY", frame);
        }
        try {
            return coerced(found, frame);
        } catch (SqlException e) {
            if (throwing) {
                throw e;
            }
            return otherwise(expr.onError(), onError, "ON ERROR", frame);
        }
    }

    private SqlException nothingFound() {
        return new SqlException(
                SqlState.NO_SQL_JSON_ITEM,
                "no SQL/JSON item found for specified path"
                        + (expr.columnName() == null ? "" : " of column \"" + expr.columnName() + "\""));
    }

    private @Nullable Object find(FunctionContext context, Jsonb value, JsonPath steps, PathVariables variables) {
        return switch (expr.op()) {
            case EXISTS -> JsonQuery.exists(context, value, steps, variables);
            case QUERY ->
                JsonQuery.query(
                        context,
                        value,
                        steps,
                        variables,
                        JsonQuery.Wrapping.valueOf(expr.wrapper().name()),
                        expr.columnName());
            case VALUE -> JsonQuery.value(context, value, steps, variables, expr.columnName());
        };
    }

    private @Nullable Object coerced(@Nullable Object found, RowFrame frame) {
        FunctionContext context = frame.context.functions();
        return switch (expr.op()) {
            case EXISTS -> exists((Boolean) java.util.Objects.requireNonNull(found), frame);
            case QUERY ->
                expr.coercion() == JsonExpr.Coercion.NONE
                        ? found
                        : JsonPopulation.of(type, (Jsonb) found, expr.omitQuotes(), frame.context.functions());
            case VALUE ->
                switch (expr.coercion()) {
                    case JSON ->
                        JsonPopulation.of(
                                type,
                                found == null ? null : JsonQuery.json(found),
                                expr.omitQuotes(),
                                frame.context.functions());
                    case NONE -> found == null ? null : Text.of(JsonQuery.text(context, found));
                    case IO ->
                        found == null ? null : Codecs.input(type.oid(), type.typmod(), text(found, context), context);
                };
        };
    }

    private String text(Object found, FunctionContext context) {
        return type.oid() == TypeOids.JSON || type.oid() == TypeOids.JSONB
                ? JsonbText.format(JsonQuery.json(found))
                : JsonQuery.text(context, found);
    }

    private @Nullable Object exists(boolean found, RowFrame frame) {
        if (expr.coercion() == JsonExpr.Coercion.NONE) {
            return found;
        }
        TypeRow row = frame.context.functions().types().type(type.oid());
        boolean isDomain = row != null && row.kind() == 'd';
        int base = type.oid();
        while (row != null && row.kind() == 'd') {
            base = row.baseOid();
            row = frame.context.functions().types().type(base);
        }
        if (base == TypeOids.INT4) {
            Integer number = found ? 1 : 0;
            if (isDomain) {
                frame.context.checkDomain(type, number);
            }
            return number;
        }
        return JsonPopulation.of(type, Jsonb.of(found), expr.omitQuotes(), frame.context.functions());
    }

    private @Nullable Object otherwise(
            JsonBehavior behavior, @Nullable Evaluator value, String clause, RowFrame frame) {
        if (value == null) {
            throw new AssertionError("no value of " + behavior.kind());
        }
        boolean soft = behavior.coerce()
                || behavior.expr() instanceof CoerceViaIO
                || behavior.expr() instanceof CoerceToDomain;
        boolean plainNull = behavior.expr() instanceof Const c && c.isNull() && !isDomain(frame);
        if (plainNull) {
            return null;
        }
        try {
            Object result = value.evaluate(frame);
            return behavior.coerce()
                    ? JsonPopulation.of(
                            type,
                            result instanceof Jsonb json ? json : null,
                            expr.omitQuotes(),
                            frame.context.functions())
                    : result;
        } catch (SqlException e) {
            if (throwing || !soft) {
                throw e;
            }
            throw new SqlException(
                            SqlState.DATATYPE_MISMATCH,
                            "could not coerce " + clause + " expression ("
                                    + behavior.kind().sql() + ") to the RETURNING type")
                    .withDetail(e.message());
        }
    }

    private boolean isDomain(RowFrame frame) {
        TypeRow row = frame.context.functions().types().type(type.oid());
        return row != null && row.kind() == 'd';
    }
}
