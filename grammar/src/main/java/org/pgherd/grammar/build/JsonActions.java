package org.pgherd.grammar.build;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.*;

/// Actions of the SQL/JSON functions and JSON_TABLE.
public abstract class JsonActions extends ExprActions {
    protected JsonActions(TokenStream input) {
        super(input);
    }

    protected JsonEncoding encoding(String name, Token token) {
        return switch (name) {
            case "utf8" -> JsonEncoding.UTF8;
            case "utf16" -> JsonEncoding.UTF16;
            case "utf32" -> JsonEncoding.UTF32;
            default ->
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE, "unrecognized JSON encoding: " + name, at(token));
        };
    }

    protected Expr jsonObject(JsonDraft draft, Position at) {
        List<Expr> plain = draft.plain;
        if (plain != null) {
            CallDraft call = new CallDraft();
            call.args.addAll(plain);
            return call(List.of("pg_catalog", "json_object"), call, at);
        }
        return new JsonObjectConstructor(
                draft.pairs, draft.output, Boolean.TRUE.equals(draft.absent), draft.unique, at);
    }

    protected Expr jsonArray(JsonDraft draft, Position at) {
        SelectStmt query = draft.query;
        if (query != null) {
            return new JsonArrayQueryConstructor(query, draft.output, draft.format, true, at);
        }
        return new JsonArrayConstructor(draft.values, draft.output, draft.absent == null || draft.absent, at);
    }

    protected JsonAggConstructor jsonAgg(@Nullable JsonOutput output, List<SortBy> order, Position at) {
        return new JsonAggConstructor(output, null, order, null, at);
    }

    /// The aggregate with FILTER and OVER.
    protected Expr withTail(Expr aggregate, CallDraft tail, Position at) {
        return switch (aggregate) {
            case JsonObjectAgg a ->
                new JsonObjectAgg(withTail(a.constructor(), tail, at), a.arg(), a.absentOnNull(), a.unique(), at);
            case JsonArrayAgg a -> new JsonArrayAgg(withTail(a.constructor(), tail, at), a.arg(), a.absentOnNull(), at);
            default -> throw new AssertionError(aggregate);
        };
    }

    private static JsonAggConstructor withTail(JsonAggConstructor c, CallDraft tail, Position at) {
        return new JsonAggConstructor(c.output(), tail.filter, c.aggOrder(), tail.over, at);
    }

    /// Only JSON_QUERY wraps and quotes.
    protected void wrapperAllowed(Token function) {
        switch (_input.LA(1)) {
            case PgSql.WITH, PgSql.WITHOUT, PgSql.KEEP, PgSql.OMIT -> {
                if (function.getType() != PgSql.JSON_QUERY) {
                    throw yyerror("syntax error");
                }
            }
            default -> {}
        }
    }

    protected Expr jsonFunc(
            Token function,
            JsonValueExpr context,
            Expr path,
            List<JsonArgument> passing,
            @Nullable JsonOutput output,
            JsonWrapper wrapper,
            Token wrapperAt,
            JsonQuotes quotes,
            Token quotesAt,
            JsonBehaviors behaviors,
            Position at) {
        JsonExprOp op = switch (function.getType()) {
            case PgSql.JSON_QUERY -> JsonExprOp.QUERY;
            case PgSql.JSON_EXISTS -> JsonExprOp.EXISTS;
            default -> JsonExprOp.VALUE;
        };
        if (op != JsonExprOp.QUERY && wrapper != JsonWrapper.UNSPEC) {
            throw syntaxError(wrapperAt);
        }
        if (op != JsonExprOp.QUERY && quotes != JsonQuotes.UNSPEC) {
            throw syntaxError(quotesAt);
        }
        return new JsonFuncExpr(
                op, null, context, path, passing, output, behaviors.onEmpty, behaviors.onError, wrapper, quotes, at);
    }

    protected FromItem jsonTable(
            boolean lateral,
            JsonValueExpr context,
            Expr path,
            @Nullable String name,
            List<JsonArgument> passing,
            List<JsonTableColumn> columns,
            @Nullable JsonBehavior onError,
            @Nullable Alias alias,
            Position at) {
        if (!(path instanceof StringConst)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "only string constants are supported in JSON_TABLE path specification",
                    path.at());
        }
        JsonTablePathSpec spec = new JsonTablePathSpec(path, name, path.at());
        return new JsonTable(lateral, context, spec, passing, columns, onError, alias, at);
    }

    protected JsonTableColumn jsonOrdinality(String name, Position at) {
        return column(JsonTableColumnType.FOR_ORDINALITY, name, null, null, null, JsonWrapper.UNSPEC, at);
    }

    private static JsonTableColumn column(
            JsonTableColumnType kind,
            @Nullable String name,
            @Nullable TypeName type,
            @Nullable JsonTablePathSpec path,
            @Nullable JsonBehaviors behaviors,
            JsonWrapper wrapper,
            Position at) {
        return new JsonTableColumn(
                kind,
                name,
                type,
                path,
                null,
                wrapper,
                JsonQuotes.UNSPEC,
                List.of(),
                behaviors == null ? null : behaviors.onEmpty,
                behaviors == null ? null : behaviors.onError,
                at);
    }

    protected JsonTableColumn jsonExistsColumn(
            String name, TypeName type, @Nullable JsonTablePathSpec path, JsonBehaviors behaviors, Position at) {
        return column(JsonTableColumnType.EXISTS, name, type, path, behaviors, JsonWrapper.NONE, at);
    }

    protected JsonTableColumn jsonColumn(
            String name,
            TypeName type,
            @Nullable JsonFormat format,
            @Nullable JsonTablePathSpec path,
            JsonWrapper wrapper,
            JsonQuotes quotes,
            JsonBehaviors behaviors,
            Position at) {
        return new JsonTableColumn(
                format == null ? JsonTableColumnType.REGULAR : JsonTableColumnType.FORMATTED,
                name,
                type,
                path,
                format,
                wrapper,
                quotes,
                List.of(),
                behaviors.onEmpty,
                behaviors.onError,
                at);
    }

    protected JsonTableColumn jsonNested(
            Token path, @Nullable String name, List<JsonTableColumn> columns, Position at) {
        JsonTablePathSpec spec = new JsonTablePathSpec(new StringConst(str(path), at(path)), name, at(path));
        return new JsonTableColumn(
                JsonTableColumnType.NESTED,
                null,
                null,
                spec,
                null,
                JsonWrapper.UNSPEC,
                JsonQuotes.UNSPEC,
                columns,
                null,
                null,
                at);
    }
}
