package org.pgherd.semantics.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.regexp.PathRegex;
import org.pgherd.semantics.jsonpath.JsonPathLexer.Token;
import org.pgherd.semantics.jsonpath.JsonPathLexer.Type;
import org.pgherd.semantics.jsonpath.PathItem.Kind;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// The grammar of jsonpath (jsonpath_gram.y), by recursive descent. Predicates and expressions share one descent; what
/// is which is checked where it matters.
final class JsonPathParser {
    private static final int MAX_DEPTH = 2000;

    private final String text;
    private final JsonPathLexer lexer;
    private Token token;
    /// How many filters and subscripts enclose the place: `@` and `last` are only allowed within.
    private int filters;
    private int subscripts;
    private int depth;

    JsonPathParser(String text) {
        this.text = text;
        lexer = new JsonPathLexer(text);
        token = lexer.next();
    }

    JsonPath parse() {
        boolean lax = true;
        if (token.type() == Type.END) {
            throw new SqlException(
                    SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type jsonpath: \"" + text + "\"");
        }
        if (token.is("strict") || token.is("lax")) {
            lax = token.is("lax");
            advance();
        }
        PathItem root = expression(0);
        if (token.type() != Type.END) {
            throw syntaxError();
        }
        return new JsonPath(lax, checked(root));
    }

    private void advance() {
        token = lexer.next();
    }

    private boolean accept(String symbol) {
        if (!token.is(symbol)) {
            return false;
        }
        advance();
        return true;
    }

    private void require(String symbol) {
        if (!accept(symbol)) {
            throw syntaxError();
        }
    }

    private SqlException syntaxError() {
        return JsonPathLexer.error("syntax error", token.source());
    }

    /// Places of `@` and `last`, which the grammar itself allows anywhere (flattenJsonPathParseItem).
    private PathItem checked(PathItem item) {
        if (item.kind() == Kind.CURRENT && filters == 0) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "@ is not allowed in root expressions");
        }
        if (item.kind() == Kind.LAST && subscripts == 0) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "LAST is allowed only in array subscripts");
        }
        filters += item.kind() == Kind.FILTER ? 1 : 0;
        item.arguments().forEach(this::checked);
        filters -= item.kind() == Kind.FILTER ? 1 : 0;
        if (item.content() instanceof PathItem.Subscripts s) {
            subscripts++;
            for (PathItem.Subscript subscript : s.list()) {
                checked(subscript.from());
                PathItem to = subscript.to();
                if (to != null) {
                    checked(to);
                }
            }
            subscripts--;
        }
        PathItem next = item.next();
        if (next != null) {
            checked(next);
        }
        return item;
    }

    private static @Nullable Kind binary(Token token) {
        if (token.type() != Type.SYMBOL) {
            return null;
        }
        return switch (token.text()) {
            case "||" -> Kind.OR;
            case "&&" -> Kind.AND;
            case "==" -> Kind.EQUAL;
            case "!=" -> Kind.NOT_EQUAL;
            case "<" -> Kind.LESS;
            case ">" -> Kind.GREATER;
            case "<=" -> Kind.LESS_OR_EQUAL;
            case ">=" -> Kind.GREATER_OR_EQUAL;
            case "+" -> Kind.ADD;
            case "-" -> Kind.SUB;
            case "*" -> Kind.MUL;
            case "/" -> Kind.DIV;
            case "%" -> Kind.MOD;
            case "starts" -> Kind.STARTS_WITH;
            case "like_regex" -> Kind.LIKE_REGEX;
            default -> null;
        };
    }

    private static int precedence(Kind kind) {
        return kind == Kind.LIKE_REGEX ? 2 : kind.priority;
    }

    /// Whether a bare predicate, which is no operand of operators but && and ||.
    private static boolean isBarePredicate(PathItem item) {
        return item.kind().isPredicate() && item.next() == null;
    }

    /// Operators that bind at least as strongly as `least`.
    private PathItem expression(int least) {
        if (++depth > MAX_DEPTH) {
            throw new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
        }
        PathItem left = unary();
        while (true) {
            Kind kind = binary(token);
            if (kind == null || precedence(kind) < least) {
                depth--;
                return left;
            }
            boolean logical = kind == Kind.AND || kind == Kind.OR;
            if (isBarePredicate(left) != logical) {
                throw syntaxError();
            }
            advance();
            left = switch (kind) {
                case STARTS_WITH -> startsWith(left);
                case LIKE_REGEX -> likeRegex(left);
                default -> {
                    PathItem right = expression(precedence(kind) + 1);
                    if (isBarePredicate(right) != logical) {
                        throw syntaxError();
                    }
                    yield PathItem.of(kind, left, right);
                }
            };
        }
    }

    private PathItem startsWith(PathItem left) {
        require("with");
        PathItem initial = switch (token.type()) {
            case STRING -> name(Kind.STRING);
            case VARIABLE -> name(Kind.VARIABLE);
            default -> throw syntaxError();
        };
        return PathItem.of(Kind.STARTS_WITH, left, initial);
    }

    private PathItem name(Kind kind) {
        PathItem item = PathItem.of(kind, new PathItem.Name(Text.of(token.text())));
        advance();
        return item;
    }

    private PathItem likeRegex(PathItem left) {
        if (token.type() != Type.STRING) {
            throw syntaxError();
        }
        Text pattern = Text.of(token.text());
        advance();
        String flags = "";
        if (accept("flag")) {
            if (token.type() != Type.STRING) {
                throw syntaxError();
            }
            flags = flags(token.text());
            advance();
        }
        PathRegex.check(pattern, flags);
        return new PathItem(Kind.LIKE_REGEX, new PathItem.Pattern(pattern, flags), List.of(left), null);
    }

    private static String flags(String given) {
        for (int i = 0; i < given.length(); i++) {
            if ("ismxq".indexOf(given.charAt(i)) < 0) {
                int end = given.offsetByCodePoints(i, 1);
                throw new SqlException(SqlState.SYNTAX_ERROR, "invalid input syntax for type jsonpath")
                        .withDetail("Unrecognized flag character \"" + given.substring(i, end)
                                + "\" in LIKE_REGEX predicate.");
            }
        }
        StringBuilder flags = new StringBuilder();
        for (char flag : "ismxq".toCharArray()) {
            if (given.indexOf(flag) >= 0) {
                flags.append(flag);
            }
        }
        return flags.toString();
    }

    private PathItem unary() {
        if (token.is("!")) {
            advance();
            return PathItem.of(Kind.NOT, delimitedPredicate());
        }
        if (token.is("+") || token.is("-")) {
            boolean minus = token.is("-");
            advance();
            PathItem operand = expression(Kind.PLUS.priority);
            if (isBarePredicate(operand)) {
                throw syntaxError();
            }
            if (operand.kind() == Kind.NUMERIC && operand.next() == null) {
                return minus
                        ? PathItem.of(
                                Kind.NUMERIC,
                                new PathItem.Number(operand.number().negate()))
                        : operand;
            }
            return PathItem.of(minus ? Kind.MINUS : Kind.PLUS, operand);
        }
        return accessors(primary());
    }

    private PathItem delimitedPredicate() {
        if (token.is("exists")) {
            return exists();
        }
        require("(");
        PathItem predicate = expression(0);
        if (!isBarePredicate(predicate)) {
            throw syntaxError();
        }
        require(")");
        return predicate;
    }

    private PathItem exists() {
        advance();
        require("(");
        PathItem argument = expression(0);
        if (isBarePredicate(argument)) {
            throw syntaxError();
        }
        require(")");
        return PathItem.of(Kind.EXISTS, argument);
    }

    private PathItem primary() {
        switch (token.type()) {
            case STRING -> {
                return name(Kind.STRING);
            }
            case VARIABLE -> {
                return name(Kind.VARIABLE);
            }
            case NUMERIC, INTEGER -> {
                PathItem item = PathItem.of(Kind.NUMERIC, new PathItem.Number(Numeric.parse(token.text())));
                advance();
                return item;
            }
            case SYMBOL -> {
                return symbol();
            }
            default -> throw syntaxError();
        }
    }

    private PathItem symbol() {
        Kind kind = switch (token.text()) {
            case "$" -> Kind.ROOT;
            case "@" -> Kind.CURRENT;
            case "last" -> Kind.LAST;
            case "null" -> Kind.NULL;
            case "true", "false" -> Kind.BOOL;
            case "exists" -> Kind.EXISTS;
            case "(" -> Kind.FILTER;
            default -> throw syntaxError();
        };
        if (kind == Kind.EXISTS) {
            return exists();
        }
        if (kind == Kind.BOOL) {
            PathItem item = PathItem.of(kind, new PathItem.Flag(token.is("true")));
            advance();
            return item;
        }
        advance();
        if (kind != Kind.FILTER) {
            return PathItem.of(kind);
        }
        PathItem inner = expression(0);
        require(")");
        if (isBarePredicate(inner) && token.is("is")) {
            advance();
            require("unknown");
            return PathItem.of(Kind.IS_UNKNOWN, inner);
        }
        return inner;
    }

    private PathItem accessors(PathItem head) {
        PathItem chain = head;
        while (true) {
            PathItem accessor;
            if (token.is(".")) {
                advance();
                accessor = member();
            } else if (token.is("[")) {
                advance();
                accessor = subscripts();
            } else if (token.is("?")) {
                advance();
                require("(");
                PathItem condition = expression(0);
                if (!isBarePredicate(condition)) {
                    throw syntaxError();
                }
                require(")");
                accessor = PathItem.of(Kind.FILTER, condition);
            } else {
                return chain;
            }
            chain = chain.followedBy(accessor);
        }
    }

    private PathItem subscripts() {
        if (accept("*")) {
            require("]");
            return PathItem.of(Kind.ANY_ARRAY);
        }
        List<PathItem.Subscript> list = new ArrayList<>();
        do {
            PathItem from = operand();
            PathItem to = accept("to") ? operand() : null;
            list.add(new PathItem.Subscript(from, to));
        } while (accept(","));
        require("]");
        return PathItem.of(Kind.INDEX_ARRAY, new PathItem.Subscripts(list));
    }

    private PathItem operand() {
        PathItem item = expression(0);
        if (isBarePredicate(item)) {
            throw syntaxError();
        }
        return item;
    }

    private PathItem member() {
        if (accept("*")) {
            return PathItem.of(Kind.ANY_KEY);
        }
        if (accept("**")) {
            return levels();
        }
        boolean isName = token.type() == Type.IDENTIFIER || token.type() == Type.STRING || token.keyword();
        if (!isName) {
            throw syntaxError();
        }
        Token key = token;
        advance();
        if (key.keyword() && token.is("(")) {
            for (Kind kind : Kind.values()) {
                if (kind.isMethod() && kind.text.equals(key.text())) {
                    advance();
                    return method(kind);
                }
            }
            throw syntaxError();
        }
        return PathItem.of(Kind.KEY, new PathItem.Name(Text.of(key.keyword() ? key.word() : key.text())));
    }

    private PathItem levels() {
        if (!accept("{")) {
            return PathItem.of(Kind.ANY, new PathItem.Levels(0, PathItem.LAST_LEVEL));
        }
        long first = level();
        long last = accept("to") ? level() : first;
        require("}");
        return PathItem.of(Kind.ANY, new PathItem.Levels(first, last));
    }

    private long level() {
        if (accept("last")) {
            return PathItem.LAST_LEVEL;
        }
        if (token.type() != Type.INTEGER) {
            throw syntaxError();
        }
        Numeric value = Numeric.parse(token.text());
        advance();
        // strtoint's answer for what is too large
        return value.compareTo(Numeric.of(Integer.MAX_VALUE)) > 0 ? Integer.MAX_VALUE : value.toInt8();
    }

    private PathItem method(Kind kind) {
        List<PathItem> arguments = new ArrayList<>();
        switch (kind) {
            case DATETIME -> {
                if (token.type() == Type.STRING) {
                    arguments.add(name(Kind.STRING));
                }
            }
            case TIME, TIME_TZ, TIMESTAMP, TIMESTAMP_TZ -> {
                if (token.type() == Type.INTEGER) {
                    arguments.add(number(false));
                }
            }
            case DECIMAL -> {
                if (!token.is(")")) {
                    do {
                        boolean minus = token.is("-");
                        if (minus || token.is("+")) {
                            advance();
                        }
                        if (token.type() != Type.INTEGER) {
                            throw syntaxError();
                        }
                        arguments.add(number(minus));
                    } while (accept(","));
                }
            }
            default -> {}
        }
        require(")");
        if (arguments.size() > 2) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "invalid input syntax for type jsonpath")
                    .withDetail("." + kind.text + "() can only have an optional precision[,scale].");
        }
        return new PathItem(kind, PathItem.NONE, arguments, null);
    }

    private PathItem number(boolean negate) {
        Numeric value = Numeric.parse(token.text());
        advance();
        return PathItem.of(Kind.NUMERIC, new PathItem.Number(negate ? value.negate() : value));
    }
}
