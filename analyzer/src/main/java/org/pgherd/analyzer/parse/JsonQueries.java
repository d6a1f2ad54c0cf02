package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.JsonBehavior;
import org.pgherd.analyzer.query.JsonExpr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.JsonArgument;
import org.pgherd.grammar.ast.JsonBehaviorType;
import org.pgherd.grammar.ast.JsonEncoding;
import org.pgherd.grammar.ast.JsonExprOp;
import org.pgherd.grammar.ast.JsonFormat;
import org.pgherd.grammar.ast.JsonFormatType;
import org.pgherd.grammar.ast.JsonFuncExpr;
import org.pgherd.grammar.ast.JsonOutput;
import org.pgherd.grammar.ast.JsonQuotes;
import org.pgherd.grammar.ast.JsonWrapper;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// JSON_EXISTS, JSON_QUERY and JSON_VALUE (transformJsonFuncExpr of parse_expr.c).
final class JsonQueries {
    private static final Set<JsonBehaviorType> OF_EXISTS =
            EnumSet.of(JsonBehaviorType.ERROR, JsonBehaviorType.TRUE, JsonBehaviorType.FALSE, JsonBehaviorType.UNKNOWN);
    private static final Set<JsonBehaviorType> OF_VALUE =
            EnumSet.of(JsonBehaviorType.ERROR, JsonBehaviorType.NULL, JsonBehaviorType.DEFAULT);
    private static final Set<JsonBehaviorType> OF_QUERY = EnumSet.of(
            JsonBehaviorType.ERROR,
            JsonBehaviorType.NULL,
            JsonBehaviorType.EMPTY,
            JsonBehaviorType.EMPTY_ARRAY,
            JsonBehaviorType.EMPTY_OBJECT,
            JsonBehaviorType.DEFAULT);

    private JsonQueries() {}

    static Expr transform(ParseState p, JsonFuncExpr raw) {
        return transform(p, raw, null);
    }

    /// @param item the document if it is analyzed already: of a column of JSON_TABLE
    static JsonExpr transform(ParseState p, JsonFuncExpr raw, @Nullable Expr item) {
        JsonExpr.Op op = JsonExpr.Op.valueOf(raw.op().name());
        String name = "JSON_" + op;
        checkForm(raw, name);
        Expr document = item;
        if (document == null) {
            JsonValues.Default byDefault =
                    op == JsonExpr.Op.QUERY ? JsonValues.Default.JSONB : JsonValues.Default.PLAIN;
            document = JsonValues.transform(p, name, raw.contextItem(), byDefault, TypeOids.JSONB);
        }
        Expr path = path(p, raw.pathspec());
        List<String> names = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        passing(p, name, raw.passing(), names, values);
        SqlType type = JsonReturning.of(p, raw.output(), false).type();
        if (type == null) {
            type = switch (op) {
                case EXISTS -> SqlType.BOOL;
                case QUERY -> SqlType.JSONB;
                case VALUE -> p.catalog().typed(TypeOids.TEXT);
            };
        }
        int collation = op == JsonExpr.Op.EXISTS ? 0 : p.catalog().typeCollation(type.oid());
        JsonBehaviorType otherwise = op == JsonExpr.Op.EXISTS ? JsonBehaviorType.FALSE : JsonBehaviorType.NULL;
        JsonBehavior onEmpty =
                op == JsonExpr.Op.EXISTS ? null : JsonDefaults.behavior(p, raw.onEmpty(), otherwise, type, collation);
        JsonBehavior onError = JsonDefaults.behavior(p, raw.onError(), otherwise, type, collation);
        boolean omitQuotes = op == JsonExpr.Op.VALUE || op == JsonExpr.Op.QUERY && raw.quotes() == JsonQuotes.OMIT;
        return new JsonExpr(
                op,
                raw.columnName(),
                document,
                path,
                names,
                values,
                op == JsonExpr.Op.QUERY ? wrapper(raw.wrapper()) : JsonExpr.Wrapper.NONE,
                omitQuotes,
                coercion(p, op, type.oid(), omitQuotes),
                onEmpty,
                onError,
                type.withCollation(collation),
                raw.location());
    }

    private static JsonExpr.Wrapper wrapper(JsonWrapper raw) {
        return switch (raw) {
            case UNSPEC, NONE -> JsonExpr.Wrapper.NONE;
            case CONDITIONAL -> JsonExpr.Wrapper.CONDITIONAL;
            case UNCONDITIONAL -> JsonExpr.Wrapper.UNCONDITIONAL;
        };
    }

    private static JsonExpr.Coercion coercion(ParseState p, JsonExpr.Op op, int type, boolean omitQuotes) {
        return switch (op) {
            case EXISTS -> type == TypeOids.BOOL ? JsonExpr.Coercion.NONE : JsonExpr.Coercion.JSON;
            case QUERY -> type == TypeOids.JSONB && !omitQuotes ? JsonExpr.Coercion.NONE : JsonExpr.Coercion.JSON;
            case VALUE ->
                type == TypeOids.TEXT
                        ? JsonExpr.Coercion.NONE
                        : isConstrained(p, type) ? JsonExpr.Coercion.JSON : JsonExpr.Coercion.IO;
        };
    }

    /// DomainHasConstraints.
    private static boolean isConstrained(ParseState p, int type) {
        TypeRow row = p.catalog().type(type);
        while (row != null && row.kind() == 'd') {
            if (row.notNull()
                    || !p.catalog().catalog().domainConstraints(row.oid()).isEmpty()) {
                return true;
            }
            row = p.catalog().type(row.baseOid());
        }
        return false;
    }

    static Expr path(ParseState p, org.pgherd.grammar.ast.Expr raw) {
        Expr path = ExpressionAnalysis.recurse(p, raw);
        Position at = ExprLocation.of(path);
        int type = path.type().oid();
        Expr cast = Coercion.toTarget(
                p, path, SqlType.of(TypeOids.JSONPATH), Context.EXPLICIT, CoercionForm.IMPLICIT_CAST, at);
        if (cast == null) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "JSON path expression must be of type jsonpath, not of type "
                            + p.catalog().formatType(type),
                    at);
        }
        return cast;
    }

    static void passing(ParseState p, String construct, List<JsonArgument> raw, List<String> names, List<Expr> values) {
        for (JsonArgument argument : raw) {
            values.add(JsonValues.passing(p, construct, argument.val()));
            names.add(argument.name());
        }
    }

    private static void checkForm(JsonFuncExpr raw, String name) {
        JsonOutput output = raw.output();
        JsonFormat format = output == null ? null : output.format();
        if (format != null
                && raw.op() != JsonExprOp.QUERY
                && (format.formatType() != JsonFormatType.DEFAULT || format.encoding() != JsonEncoding.DEFAULT)) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "cannot specify FORMAT JSON in RETURNING clause of " + name + "()",
                    format.location());
        }
        switch (raw.op()) {
            case QUERY -> {
                if (raw.quotes() == JsonQuotes.OMIT
                        && (raw.wrapper() == JsonWrapper.CONDITIONAL || raw.wrapper() == JsonWrapper.UNCONDITIONAL)) {
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "SQL/JSON QUOTES behavior must not be specified when WITH WRAPPER is used",
                            raw.location());
                }
                String allowed = "ERROR, NULL, EMPTY ARRAY, EMPTY OBJECT, or DEFAULT expression";
                check(raw, raw.onEmpty(), "ON EMPTY", OF_QUERY, allowed, "formatted columns");
                check(raw, raw.onError(), "ON ERROR", OF_QUERY, allowed, "formatted columns");
            }
            case EXISTS ->
                check(raw, raw.onError(), "ON ERROR", OF_EXISTS, "ERROR, TRUE, FALSE, or UNKNOWN", "EXISTS columns");
            case VALUE -> {
                String allowed = "ERROR, NULL, or DEFAULT expression";
                check(raw, raw.onEmpty(), "ON EMPTY", OF_VALUE, allowed, "scalar columns");
                check(raw, raw.onError(), "ON ERROR", OF_VALUE, allowed, "scalar columns");
            }
        }
    }

    private static void check(
            JsonFuncExpr raw,
            org.pgherd.grammar.ast.@Nullable JsonBehavior behavior,
            String clause,
            Set<JsonBehaviorType> allowed,
            String shown,
            String columns) {
        if (behavior == null || allowed.contains(behavior.btype())) {
            return;
        }
        String column = raw.columnName();
        throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "invalid " + clause + " behavior" + (column == null ? "" : " for column \"" + column + "\""),
                        behavior.location())
                .withDetail("Only " + shown + " is allowed in " + clause + " for "
                        + (column == null ? "JSON_" + raw.op() + "()" : columns) + ".");
    }
}
