package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.Expressions.expr;
import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.JsonAggConstructor;
import org.pgherd.grammar.ast.JsonArgument;
import org.pgherd.grammar.ast.JsonArrayAgg;
import org.pgherd.grammar.ast.JsonArrayConstructor;
import org.pgherd.grammar.ast.JsonArrayQueryConstructor;
import org.pgherd.grammar.ast.JsonBehavior;
import org.pgherd.grammar.ast.JsonEncoding;
import org.pgherd.grammar.ast.JsonFormat;
import org.pgherd.grammar.ast.JsonFormatType;
import org.pgherd.grammar.ast.JsonFuncExpr;
import org.pgherd.grammar.ast.JsonIsPredicate;
import org.pgherd.grammar.ast.JsonKeyValue;
import org.pgherd.grammar.ast.JsonObjectAgg;
import org.pgherd.grammar.ast.JsonObjectConstructor;
import org.pgherd.grammar.ast.JsonOutput;
import org.pgherd.grammar.ast.JsonParseExpr;
import org.pgherd.grammar.ast.JsonQuotes;
import org.pgherd.grammar.ast.JsonSerializeExpr;
import org.pgherd.grammar.ast.JsonValueExpr;
import org.pgherd.grammar.ast.JsonValueType;
import org.pgherd.grammar.ast.JsonWrapper;

/// Functions of SQL/JSON and the clauses they share with JSON_TABLE.
final class JsonExpressions {
    private JsonExpressions() {}

    static String value(JsonValueExpr v) {
        return spaced(expr(v.rawExpr()), format(v.format()));
    }

    static String format(@Nullable JsonFormat f) {
        if (f == null || f.formatType() == JsonFormatType.DEFAULT) {
            return "";
        }
        return "FORMAT JSON"
                + (f.encoding() == JsonEncoding.DEFAULT
                        ? ""
                        : " ENCODING " + f.encoding().name());
    }

    static String returning(@Nullable JsonOutput o) {
        return o == null ? "" : spaced("RETURNING", TypeNames.type(o.typeName()), format(o.format()));
    }

    static String passing(List<JsonArgument> args) {
        return args.isEmpty() ? "" : "PASSING " + list(args, a -> value(a.val()) + " AS " + name(a.name()));
    }

    static String wrapper(JsonWrapper w) {
        return switch (w) {
            case UNSPEC -> "";
            case NONE -> "WITHOUT WRAPPER";
            case CONDITIONAL -> "WITH CONDITIONAL WRAPPER";
            case UNCONDITIONAL -> "WITH UNCONDITIONAL WRAPPER";
        };
    }

    static String quotes(JsonQuotes q) {
        return q == JsonQuotes.UNSPEC ? "" : q.name() + " QUOTES";
    }

    static String behavior(@Nullable JsonBehavior b, String event) {
        if (b == null) {
            return "";
        }
        String words = switch (b.btype()) {
            case NULL, ERROR, TRUE, FALSE, UNKNOWN -> b.btype().name();
            case EMPTY, EMPTY_ARRAY -> "EMPTY ARRAY";
            case EMPTY_OBJECT -> "EMPTY OBJECT";
            case DEFAULT -> "DEFAULT " + given("", b.expr(), Expressions::closed);
        };
        return words + " ON " + event;
    }

    static String function(JsonFuncExpr j) {
        return "JSON_" + j.op().name() + "("
                + spaced(
                        value(j.contextItem()) + ",",
                        expr(j.pathspec()),
                        passing(j.passing()),
                        returning(j.output()),
                        wrapper(j.wrapper()),
                        quotes(j.quotes()),
                        behavior(j.onEmpty(), "EMPTY"),
                        behavior(j.onError(), "ERROR"))
                + ")";
    }

    private static String pair(JsonKeyValue p) {
        return Expressions.closed(p.key()) + " VALUE " + value(p.value());
    }

    static String object(JsonObjectConstructor j) {
        return "JSON_OBJECT("
                + spaced(
                        list(j.exprs(), JsonExpressions::pair),
                        when(j.absentOnNull(), "ABSENT ON NULL"),
                        when(j.unique(), "WITH UNIQUE KEYS"),
                        returning(j.output()))
                + ")";
    }

    static String array(JsonArrayConstructor j) {
        return "JSON_ARRAY("
                + spaced(
                        list(j.exprs(), JsonExpressions::value),
                        when(!j.absentOnNull(), "NULL ON NULL"),
                        returning(j.output()))
                + ")";
    }

    static String arrayOfQuery(JsonArrayQueryConstructor j) {
        return "JSON_ARRAY(" + spaced(Queries.select(j.query()), format(j.format()), returning(j.output())) + ")";
    }

    static String objectAgg(JsonObjectAgg j) {
        return spaced(
                "JSON_OBJECTAGG("
                        + spaced(
                                pair(j.arg()),
                                when(j.absentOnNull(), "ABSENT ON NULL"),
                                when(j.unique(), "WITH UNIQUE KEYS"),
                                returning(j.constructor().output()))
                        + ")",
                Calls.tail(j.constructor().aggFilter(), j.constructor().over()));
    }

    static String arrayAgg(JsonArrayAgg j) {
        JsonAggConstructor c = j.constructor();
        return spaced(
                "JSON_ARRAYAGG("
                        + spaced(
                                value(j.arg()),
                                c.aggOrder().isEmpty() ? "" : Queries.order(c.aggOrder()),
                                when(!j.absentOnNull(), "NULL ON NULL"),
                                returning(c.output()))
                        + ")",
                Calls.tail(c.aggFilter(), c.over()));
    }

    static String is(JsonIsPredicate j) {
        return spaced(
                Operators.operand(j.expr(), Precedence.IS + 1),
                j.negated() ? "IS NOT JSON" : "IS JSON",
                j.itemType() == JsonValueType.ANY ? "" : j.itemType().name(),
                when(j.uniqueKeys(), "WITH UNIQUE KEYS"));
    }

    static String parse(JsonParseExpr j) {
        return "JSON(" + spaced(value(j.expr()), when(j.uniqueKeys(), "WITH UNIQUE KEYS"), returning(j.output())) + ")";
    }

    static String serialize(JsonSerializeExpr j) {
        return "JSON_SERIALIZE(" + spaced(value(j.expr()), returning(j.output())) + ")";
    }
}
