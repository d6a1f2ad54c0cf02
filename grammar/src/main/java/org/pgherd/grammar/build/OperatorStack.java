package org.pgherd.grammar.build;

import static org.pgherd.grammar.antlr.PgSql.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AExprKind;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.BoolExprType;
import org.pgherd.grammar.ast.BoolTestType;
import org.pgherd.grammar.ast.BooleanTest;
import org.pgherd.grammar.ast.CoercionForm;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.ExprList;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.JsonIsPredicate;
import org.pgherd.grammar.ast.JsonValueType;
import org.pgherd.grammar.ast.NullTest;
import org.pgherd.grammar.ast.NullTestType;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SubLink;
import org.pgherd.grammar.ast.SubLinkType;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.ast.XmlExpr;
import org.pgherd.grammar.ast.XmlExprOp;
import org.pgherd.grammar.ast.XmlOptionType;
import org.pgherd.grammar.lexer.Keywords;
import org.pgherd.grammar.lexer.SqlToken;

/// Groups a flat row of operands and operators as yacc's precedences in gram.y do: when an operator comes,
/// the pending
/// ones that bind tighter are reduced; one that binds equally is reduced if the level is left-associative and
/// is a syntax
/// error if it is %nonassoc (`a = b = c`). Expressions nest; each has its own range of the stacks, from `base` up.
public final class OperatorStack {
    private static final int OR_LEVEL = 1;
    private static final int AND_LEVEL = 2;
    private static final int NOT_LEVEL = 3;
    private static final int IS_LEVEL = 4;
    private static final int COMPARISON_LEVEL = 5;
    private static final int LIKE_LEVEL = 6;
    private static final int ESCAPE_LEVEL = 7;
    private static final int OP_LEVEL = 8;
    private static final int PLUS_LEVEL = 9;
    private static final int TIMES_LEVEL = 10;
    private static final int POWER_LEVEL = 11;
    private static final int AT_LEVEL = 12;
    private static final int COLLATE_LEVEL = 13;
    private static final int SIGN_LEVEL = 14;
    private static final int CAST_LEVEL = 15;

    /// The stack of PostgreSQL's parser holds as many symbols, of which each expression needs one at least.
    private static final int MAX_NESTING = 10_000;

    private enum Kind {
        PREFIX,
        NEGATE,
        NOT,
        BINARY,
        AND,
        OR,
        LIKE,
        BETWEEN,
        DISTINCT,
        AT_ZONE
    }

    /// An operator that waits for its right operand to be complete.
    private static final class Pending {
        Kind kind = Kind.BINARY;
        int level;
        int start;
        int end;
        List<String> name = List.of();
        boolean not;
        /// LIKE, ILIKE or SIMILAR.
        int variant;
        boolean escape;
        boolean symmetric;

        @Nullable
        Expr low;

        Position location() {
            return new Position(start, end);
        }

        Expr lowBound() {
            Expr bound = low;
            if (bound == null) {
                throw new AssertionError("BETWEEN without a lower bound");
            }
            return bound;
        }
    }

    private final NodeActions parser;
    private Expr[] operands = new Expr[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int operandCount;
    private Pending[] pending = new Pending[0];
    private int pendingCount;
    private int base;
    private int nesting;

    OperatorStack(NodeActions parser) {
        this.parser = parser;
    }

    void reset() {
        Arrays.fill(operands, 0, operandCount, null);
        operandCount = 0;
        pendingCount = 0;
        base = 0;
        nesting = 0;
    }

    /// Begins an expression; the mark goes to [#end].
    public int begin() {
        if (++nesting > MAX_NESTING) {
            throw parser.yyerror("memory exhausted");
        }
        int mark = base;
        base = pendingCount;
        return mark;
    }

    public Expr end(int mark) {
        if (pendingCount > base) {
            notOperand();
        }
        if (parser.getInputStream().LA(1) == AT
                && !(parser.getContext().getParent() instanceof PgSql.TargetElContext)) {
            // without TIME or LOCAL behind it, and no label either
            throw parser.syntaxError(parser.getInputStream().LT(2));
        }
        while (pendingCount > base) {
            reduce();
        }
        base = mark;
        nesting--;
        return pop();
    }

    /// A word of an operator that has been taken for a label, as nothing follows that it could work on: but if it binds
    /// tighter than an operator that waits here, it is the operator, and what follows is the error.
    private void notOperand() {
        Token next = parser.getInputStream().LT(1);
        int type = next.getType();
        if (type != LABEL_OP && type != COLNAME) {
            return;
        }
        int word = Keywords.typeOf(next.getText());
        int level;
        switch (word) {
            case LIKE, ILIKE, SIMILAR, IN, BETWEEN -> level = LIKE_LEVEL;
            case IS -> level = IS_LEVEL;
            case AND -> level = AND_LEVEL;
            case OR -> level = OR_LEVEL;
            case COLLATE -> level = COLLATE_LEVEL;
            case ESCAPE -> {
                for (int i = pendingCount - 1; i >= base; i--) {
                    if (pending[i].kind == Kind.LIKE && !pending[i].escape) {
                        throw parser.syntaxError(parser.getInputStream().LT(2));
                    }
                }
                return;
            }
            default -> {
                return;
            }
        }
        for (int i = pendingCount - 1; i >= base && pending[i].level <= level; i--) {
            if (pending[i].level < level) {
                throw parser.syntaxError(parser.getInputStream().LT(2));
            }
            if (level >= IS_LEVEL && level <= ESCAPE_LEVEL) {
                throw parser.syntaxError(next);
            }
        }
    }

    private Expr pop() {
        Expr top = operands[--operandCount];
        operands[operandCount] = null;
        return top;
    }

    public void operand(Expr value, Token first, SqlToken last) {
        push(value, ((SqlToken) first).start(), last.end());
    }

    private void push(Expr value, int start, int end) {
        if (operandCount == operands.length) {
            operands = Arrays.copyOf(operands, operandCount * 2);
            starts = Arrays.copyOf(starts, operandCount * 2);
            ends = Arrays.copyOf(ends, operandCount * 2);
        }
        operands[operandCount] = value;
        starts[operandCount] = start;
        ends[operandCount++] = end;
    }

    private Pending shift(Token token, Kind kind, int level) {
        if (pendingCount == pending.length) {
            int old = pending.length;
            pending = Arrays.copyOf(pending, Math.max(16, old * 2));
            for (int i = old; i < pending.length; i++) {
                pending[i] = new Pending();
            }
        }
        Pending op = pending[pendingCount++];
        op.kind = kind;
        op.level = level;
        op.start = ((SqlToken) token).start();
        op.end = ((SqlToken) token).end();
        op.not = false;
        op.escape = false;
        op.low = null;
        return op;
    }

    // ------------------------------------------------------------------ what the grammar meets

    public void prefix(Token token) {
        switch (token.getType()) {
            case NOT, NOT_LA -> shift(token, Kind.NOT, NOT_LEVEL);
            case MINUS -> shift(token, Kind.NEGATE, SIGN_LEVEL);
            case PLUS -> shift(token, Kind.PREFIX, SIGN_LEVEL).name = List.of("+");
            default -> prefixNamed(token, List.of(NodeActions.opText(token)));
        }
    }

    public void prefixNamed(Token token, List<String> name) {
        Pending op = shift(token, Kind.PREFIX, OP_LEVEL);
        op.name = name;
        op.end = Math.max(op.end, parser.last().end());
    }

    public void infix(Token token) {
        reduceFor(token);
        switch (token.getType()) {
            case AND -> shift(token, Kind.AND, AND_LEVEL);
            case OR -> shift(token, Kind.OR, OR_LEVEL);
            case AT_LA -> shift(token, Kind.AT_ZONE, AT_LEVEL);
            default -> shift(token, Kind.BINARY, level(token.getType())).name = List.of(NodeActions.opText(token));
        }
    }

    public void infixNamed(Token token, List<String> name) {
        reduceFor(OP_LEVEL, false, token);
        Pending op = shift(token, Kind.BINARY, OP_LEVEL);
        op.name = name;
        op.end = parser.last().end();
    }

    public void like(Token token, boolean not, Token variant) {
        reduceFor(token);
        Pending op = shift(token, Kind.LIKE, LIKE_LEVEL);
        op.not = not;
        op.variant = variant.getType();
    }

    public void between(Token token, boolean not, boolean symmetric, Expr low) {
        Pending op = shift(token, Kind.BETWEEN, LIKE_LEVEL);
        op.not = not;
        op.symmetric = symmetric;
        op.low = low;
    }

    public void escape(Token token) {
        int like = pendingCount - 1;
        while (like >= base && (pending[like].kind != Kind.LIKE || pending[like].escape)) {
            like--;
        }
        if (like < base) {
            // a label, if it stands where a label may
            throw pendingCount == base && parser.getContext().getParent() instanceof PgSql.TargetElContext
                    ? parser.yyerror("syntax error")
                    : parser.syntaxError(token);
        }
        while (pendingCount > like + 1) {
            reduce();
        }
        pending[pendingCount - 1].escape = true;
    }

    public void distinctFrom(Token token, boolean not) {
        shift(token, Kind.DISTINCT, IS_LEVEL).not = not;
    }

    public void cast(Token token, TypeName type) {
        postfix(new TypeCast(top(), type, at(token), soFar()));
    }

    public void collate(Token token, List<String> name) {
        postfix(new CollateClause(top(), name, at(token), soFar()));
    }

    public void atLocal(Token token) {
        reduceFor(token);
        postfix(syntax("timezone", List.of(top()), at(token), soFar()));
    }

    public void nullTest(Token token, NullTestType type) {
        if (token.getType() != IS) {
            reduceFor(token);
        }
        postfix(new NullTest(top(), type, at(token), soFar()));
    }

    public void booleanTest(Token token, Token value, boolean not) {
        BoolTestType type = switch (value.getType()) {
            case TRUE -> not ? BoolTestType.IS_NOT_TRUE : BoolTestType.IS_TRUE;
            case FALSE -> not ? BoolTestType.IS_NOT_FALSE : BoolTestType.IS_FALSE;
            default -> not ? BoolTestType.IS_NOT_UNKNOWN : BoolTestType.IS_UNKNOWN;
        };
        postfix(new BooleanTest(top(), type, at(token), soFar()));
    }

    public void isDocument(Token token, boolean not) {
        Expr test = new XmlExpr(
                XmlExprOp.DOCUMENT, null, List.of(), List.of(top()), XmlOptionType.DOCUMENT, false, at(token), soFar());
        postfix(negated(test, not, at(token)));
    }

    public void isNormalized(Token token, boolean not, @Nullable Expr form) {
        Expr test = syntax("is_normalized", NodeActions.list(top(), form), at(token), soFar());
        postfix(negated(test, not, at(token)));
    }

    public void isJson(Token token, boolean not, JsonValueType type, boolean unique) {
        postfix(new JsonIsPredicate(top(), null, type, unique, not, soFar()));
    }

    public void inQuery(Token token, boolean not, SelectStmt query) {
        Expr test = new SubLink(SubLinkType.ANY, top(), List.of(), query, at(token), soFar());
        postfix(negated(test, not, at(token)));
    }

    public void inList(Token token, boolean not, List<Expr> list, Position listAt) {
        if (list.size() == 1 && list.get(0) instanceof SubLink query && query.subLinkType() == SubLinkType.EXPR) {
            inQuery(token, not, query.subselect());
            return;
        }
        postfix(new AExpr(
                AExprKind.IN, List.of(not ? "<>" : "="), top(), new ExprList(list, listAt), at(token), soFar()));
    }

    public void subLink(Token token, List<String> name, Token kind, SelectStmt query) {
        SubLinkType type = kind.getType() == ALL ? SubLinkType.ALL : SubLinkType.ANY;
        postfix(new SubLink(type, top(), name, query, at(token), soFar()));
    }

    public void arrayCompare(Token token, List<String> name, Token kind, Expr array) {
        if (array instanceof SubLink query && query.subLinkType() == SubLinkType.EXPR) {
            subLink(token, name, kind, query.subselect());
            return;
        }
        AExprKind how = kind.getType() == ALL ? AExprKind.OP_ALL : AExprKind.OP_ANY;
        postfix(new AExpr(how, name, top(), array, at(token), soFar()));
    }

    // ------------------------------------------------------------------ precedence

    private static int level(int type) {
        return switch (type) {
            case OR -> OR_LEVEL;
            case AND -> AND_LEVEL;
            case IS, ISNULL, NOTNULL -> IS_LEVEL;
            case LT, GT, EQ, LESS_EQUALS, GREATER_EQUALS, NOT_EQUALS -> COMPARISON_LEVEL;
            case BETWEEN, BETWEEN_LA, IN, LIKE, ILIKE, SIMILAR, NOT_LA -> LIKE_LEVEL;
            case ESCAPE -> ESCAPE_LEVEL;
            case PLUS, MINUS -> PLUS_LEVEL;
            case STAR, SLASH, PERCENT -> TIMES_LEVEL;
            case CARET -> POWER_LEVEL;
            case AT_LA -> AT_LEVEL;
            case COLLATE -> COLLATE_LEVEL;
            case TYPECAST -> CAST_LEVEL;
            default -> OP_LEVEL;
        };
    }

    /// Reduces what binds tighter than the operator that comes.
    public void reduceFor(Token token) {
        int level = level(token.getType());
        reduceFor(level, level >= IS_LEVEL && level <= ESCAPE_LEVEL, token);
    }

    private void reduceFor(int level, boolean nonassoc, Token token) {
        while (pendingCount > base) {
            Pending top = pending[pendingCount - 1];
            if (top.level < level) {
                return;
            }
            if (top.level == level) {
                if (nonassoc) {
                    throw parser.syntaxError(token);
                }
                // a run of ANDs or ORs becomes one node, built when it ends
                if (level <= AND_LEVEL) {
                    return;
                }
            }
            reduce();
        }
    }

    private void reduce() {
        Pending op = pending[pendingCount - 1];
        if (op.kind == Kind.AND || op.kind == Kind.OR) {
            reduceRun(op.kind);
            return;
        }
        pendingCount--;
        int end = ends[operandCount - 1];
        Expr right = pop();
        if (op.kind == Kind.PREFIX || op.kind == Kind.NEGATE || op.kind == Kind.NOT) {
            push(unary(op, right, new Position(op.start, end)), op.start, end);
            return;
        }
        Expr escape = null;
        if (op.escape) {
            escape = right;
            right = pop();
        }
        int start = starts[operandCount - 1];
        Expr left = pop();
        Position at = new Position(start, end);
        Expr result = switch (op.kind) {
            case LIKE -> like(op, left, right, escape, at);
            case BETWEEN -> between(op, left, right, at);
            case DISTINCT ->
                new AExpr(
                        op.not ? AExprKind.NOT_DISTINCT : AExprKind.DISTINCT,
                        List.of("="),
                        left,
                        right,
                        op.location(),
                        at);
            case AT_ZONE -> syntax("timezone", List.of(right, left), op.location(), at);
            case BINARY -> new AExpr(AExprKind.OP, op.name, left, right, op.location(), at);
            case PREFIX, NEGATE, NOT, AND, OR -> throw new AssertionError(op.kind);
        };
        push(result, start, end);
    }

    /// makeAndExpr and makeOrExpr: left operands of the same kind are merged, in parentheses or not.
    private void reduceRun(Kind kind) {
        int from = pendingCount;
        while (from > base && pending[from - 1].kind == kind) {
            from--;
        }
        int count = pendingCount - from;
        int first = operandCount - count - 1;
        BoolExprType type = kind == Kind.AND ? BoolExprType.AND : BoolExprType.OR;
        List<Expr> args = new ArrayList<>(count + 1);
        Position location = pending[from].location();
        Expr left = operands[first];
        if (left instanceof BoolExpr same && same.boolop() == type) {
            args.addAll(same.args());
            location = same.location();
        } else {
            args.add(left);
        }
        for (int i = first + 1; i < operandCount; i++) {
            args.add(operands[i]);
        }
        int start = starts[first];
        int end = ends[operandCount - 1];
        while (operandCount > first) {
            pop();
        }
        pendingCount = from;
        push(new BoolExpr(type, args, location, new Position(start, end)), start, end);
    }

    private static Expr unary(Pending op, Expr right, Position at) {
        return switch (op.kind) {
            case NOT -> new BoolExpr(BoolExprType.NOT, List.of(right), op.location(), at);
            case NEGATE ->
                switch (right) {
                    case IntegerConst number -> new IntegerConst(-number.ival(), at);
                    case FloatConst number -> {
                        String digits = number.fval();
                        yield new FloatConst(digits.startsWith("-") ? digits.substring(1) : "-" + digits, at);
                    }
                    default -> new AExpr(AExprKind.OP, List.of("-"), null, right, op.location(), at);
                };
            default -> new AExpr(AExprKind.OP, op.name, null, right, op.location(), at);
        };
    }

    static String likeOperator(int variant, boolean not) {
        return switch (variant) {
            case LIKE -> not ? "!~~" : "~~";
            case ILIKE -> not ? "!~~*" : "~~*";
            default -> not ? "!~" : "~";
        };
    }

    private static Expr like(Pending op, Expr left, Expr pattern, @Nullable Expr escape, Position at) {
        AExprKind kind = switch (op.variant) {
            case LIKE -> AExprKind.LIKE;
            case ILIKE -> AExprKind.ILIKE;
            default -> AExprKind.SIMILAR;
        };
        Expr right = pattern;
        if (escape != null || kind == AExprKind.SIMILAR) {
            String function = kind == AExprKind.SIMILAR ? "similar_to_escape" : "like_escape";
            Position range = escape == null ? pattern.at() : pattern.at().to(escape.at());
            right = call(function, NodeActions.list(pattern, escape), CoercionForm.EXPLICIT_CALL, op.location(), range);
        }
        return new AExpr(kind, List.of(likeOperator(op.variant, op.not)), left, right, op.location(), at);
    }

    private static Expr between(Pending op, Expr left, Expr high, Position at) {
        AExprKind kind = op.symmetric
                ? op.not ? AExprKind.NOT_BETWEEN_SYM : AExprKind.BETWEEN_SYM
                : op.not ? AExprKind.NOT_BETWEEN : AExprKind.BETWEEN;
        String name = (op.not ? "NOT BETWEEN" : "BETWEEN") + (op.symmetric ? " SYMMETRIC" : "");
        Expr low = op.lowBound();
        ExprList bounds = new ExprList(List.of(low, high), low.at().to(high.at()));
        return new AExpr(kind, List.of(name), left, bounds, op.location(), at);
    }

    // ------------------------------------------------------------------ pieces

    private Expr top() {
        return operands[operandCount - 1];
    }

    /// From the top operand's start to the last token.
    private Position soFar() {
        return new Position(starts[operandCount - 1], parser.last().end());
    }

    private void postfix(Expr result) {
        operands[operandCount - 1] = result;
        ends[operandCount - 1] = parser.last().end();
    }

    private static Position at(Token token) {
        return ((SqlToken) token).at();
    }

    private static Expr negated(Expr test, boolean not, Position location) {
        return not ? new BoolExpr(BoolExprType.NOT, List.of(test), location, test.at()) : test;
    }

    private static FuncCall syntax(String name, List<Expr> args, Position location, Position at) {
        return call(name, args, CoercionForm.SQL_SYNTAX, location, at);
    }

    private static FuncCall call(String name, List<Expr> args, CoercionForm form, Position location, Position at) {
        return new FuncCall(
                List.of("pg_catalog", name),
                args,
                List.of(),
                null,
                null,
                false,
                false,
                false,
                false,
                form,
                location,
                at);
    }
}
