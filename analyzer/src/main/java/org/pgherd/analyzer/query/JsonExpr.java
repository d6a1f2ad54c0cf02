package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// JSON_EXISTS, JSON_QUERY and JSON_VALUE, also as what gives a column of JSON_TABLE.
///
/// @param columnName of JSON_TABLE's column, for messages; else null
/// @param context the document, jsonb
/// @param path of type jsonpath
/// @param passingNames of the path's variables, whose values are `passing`
/// @param onEmpty null of JSON_EXISTS
/// @param coercion how a found value becomes the result
public record JsonExpr(
        Op op,
        @Nullable String columnName,
        Expr context,
        Expr path,
        List<String> passingNames,
        List<Expr> passing,
        Wrapper wrapper,
        boolean omitQuotes,
        Coercion coercion,
        @Nullable JsonBehavior onEmpty,
        JsonBehavior onError,
        SqlType type,
        Position at)
        implements SyntaxExpr {
    /// JsonExprOp.
    public enum Op {
        EXISTS,
        QUERY,
        VALUE
    }

    /// JsonWrapper.
    public enum Wrapper {
        NONE,
        CONDITIONAL,
        UNCONDITIONAL
    }

    /// Not at all, by the type's input function over the value's text, or as json_populate_record() does it.
    public enum Coercion {
        NONE,
        IO,
        JSON
    }

    public JsonExpr {
        passingNames = List.copyOf(passingNames);
        passing = List.copyOf(passing);
    }

    @Override
    public List<Expr> arguments() {
        List<Expr> all = new ArrayList<>();
        all.add(context);
        all.add(path);
        all.addAll(passing);
        if (onEmpty != null && onEmpty.expr() != null) {
            all.add(onEmpty.expr());
        }
        if (onError.expr() != null) {
            all.add(onError.expr());
        }
        return all;
    }

    @Override
    public JsonExpr withArguments(List<Expr> arguments) {
        int next = 2 + passing.size();
        JsonBehavior empty = onEmpty;
        if (empty != null && empty.expr() != null) {
            empty = empty.withExpr(arguments.get(next++));
        }
        JsonBehavior error = onError.expr() == null ? onError : onError.withExpr(arguments.get(next));
        return new JsonExpr(
                op,
                columnName,
                arguments.get(0),
                arguments.get(1),
                passingNames,
                arguments.subList(2, 2 + passing.size()),
                wrapper,
                omitQuotes,
                coercion,
                empty,
                error,
                type,
                at);
    }

    @Override
    public JsonExpr withoutPosition() {
        return new JsonExpr(
                op,
                columnName,
                context,
                path,
                passingNames,
                passing,
                wrapper,
                omitQuotes,
                coercion,
                onEmpty,
                onError,
                type,
                Position.NONE);
    }
}
