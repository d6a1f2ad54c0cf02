package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.*;
import org.pgherd.grammar.lexer.SqlToken;

/// Actions of expressions.
public abstract class ExprActions extends NodeActions {
    protected final OperatorStack ops = new OperatorStack(this);

    protected ExprActions(TokenStream input) {
        super(input);
    }

    // ------------------------------------------------------------------ names

    protected static List<String> opName(Token operator) {
        return List.of(opText(operator));
    }

    protected static List<String> likeName(Token like, boolean not) {
        return List.of(OperatorStack.likeOperator(like.getType(), not));
    }

    protected Expr columnRef(NameDraft name, Position at) {
        if (name.first.keywordClass() == org.pgherd.grammar.lexer.KeywordClass.TYPE_FUNC_NAME) {
            throw yyerror("syntax error");
        }
        if (name.rest.isEmpty()) {
            return new ColumnRef(name.parts, name.star != null, at);
        }
        checked(name.rest);
        if (name.rest.get(0) instanceof AStar) {
            throw yyerror("improper use of \"*\"");
        }
        Position column = new Position(
                at.start(), Math.max(at.start(), name.rest.get(0).at().start() - 1));
        return new AIndirection(new ColumnRef(name.parts, false, column), name.rest, at);
    }

    protected Expr indirect(Expr arg, List<Indirection> path, Position at) {
        return path.isEmpty() ? arg : new AIndirection(arg, checked(path), at);
    }

    protected Expr paren(List<Expr> items, List<Indirection> path, Position at) {
        if (items.size() == 1) {
            return indirect(items.get(0), path, at);
        }
        if (!path.isEmpty()) {
            throw syntaxError(_input.get(pathToken()));
        }
        return new RowExpr(items, CoercionForm.IMPLICIT_CAST, at);
    }

    /// The token behind the parenthesis that the current rule began with.
    private int pathToken() {
        int depth = 0;
        for (int i = _ctx.start.getTokenIndex(); ; i++) {
            int type = _input.get(i).getType();
            if (type == PgSql.LP || type == PgSql.LPS || type == PgSql.LPP) {
                depth++;
            } else if (type == PgSql.RP && --depth == 0) {
                return i + 1;
            }
        }
    }

    // ------------------------------------------------------------------ calls

    protected Expr call(List<String> name, CallDraft call, Position at) {
        return new FuncCall(
                name,
                call.args,
                call.order,
                call.filter,
                call.over,
                call.withinGroup,
                call.star,
                call.distinct,
                call.variadic,
                CoercionForm.EXPLICIT_CALL,
                startOf(at),
                at);
    }

    private static Position startOf(Position at) {
        return at;
    }

    protected FuncCall syntaxCall(String name, List<Expr> args, Position at) {
        return systemCall(name, args, CoercionForm.SQL_SYNTAX, at, at);
    }

    private static FuncCall systemCall(
            String name, List<Expr> args, CoercionForm form, Position location, Position at) {
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

    protected void onlyRow(Expr left) {
        if (!(left instanceof RowExpr)) {
            throw yyerror("syntax error");
        }
    }

    protected Expr overlaps(Expr left, List<Expr> right, Token operator) {
        if (!(left instanceof RowExpr row)) {
            throw new AssertionError(left);
        }
        if (row.args().size() != 2) {
            throw error("wrong number of parameters on left side of OVERLAPS expression", row.at());
        }
        if (right.size() != 2) {
            throw error(
                    "wrong number of parameters on right side of OVERLAPS expression",
                    right.isEmpty() ? last().at() : at());
        }
        List<Expr> args = new ArrayList<>(row.args());
        args.addAll(right);
        return systemCall(
                "overlaps",
                args,
                CoercionForm.SQL_SYNTAX,
                at(operator),
                row.at().to(last().at()));
    }

    /// A b_expr has no DEFAULT.
    /// c_expr and b_expr of gram.y come without DEFAULT and UNIQUE.
    protected void notDefault() {
        int type = _input.LA(1);
        if (type == PgSql.DEFAULT || type == PgSql.UNIQUE) {
            throw yyerror("syntax error");
        }
    }

    /// Behind BETWEEN of a frame: an operator of its level is no bound.
    protected void frameStart() {
        switch (_input.LA(1)) {
            case PgSql.BETWEEN, PgSql.LIKE, PgSql.ILIKE, PgSql.SIMILAR, PgSql.NOT_LA -> throw yyerror("syntax error");
            default -> {}
        }
    }

    protected Expr nullif(Expr left, Expr right, Position at) {
        return new AExpr(AExprKind.NULLIF, List.of("="), left, right, at, at);
    }

    protected Expr treat(Expr arg, TypeName type, Position at) {
        String name = type.names().get(type.names().size() - 1);
        return systemCall(name, List.of(arg), CoercionForm.EXPLICIT_CALL, at, at);
    }

    /// SUBSTRING(a FOR c) counts from 1; the length is made an integer, as in gram.y.
    protected void substringFor(List<Expr> args, Expr length, @Nullable Expr from) {
        if (from != null) {
            args.add(from);
            args.add(length);
        } else {
            args.add(new IntegerConst(1, Position.NONE));
            args.add(new TypeCast(length, system("int4", Position.NONE), Position.NONE, length.at()));
        }
    }

    protected Expr substring(List<Expr> args, boolean syntax, Position at) {
        if (syntax) {
            return syntaxCall("substring", args, at);
        }
        CallDraft call = new CallDraft();
        call.args.addAll(args);
        return call(List.of("substring"), call, at);
    }

    protected SubLink subLink(SubLinkType type, SelectStmt query, Position at) {
        return new SubLink(type, null, List.of(), query, at, at);
    }

    protected Expr sqlValue(Token keyword, @Nullable Token precision, Position at) {
        boolean plain = precision == null;
        SqlValueFunctionOp op = switch (keyword.getType()) {
            case PgSql.CURRENT_DATE -> SqlValueFunctionOp.CURRENT_DATE;
            case PgSql.CURRENT_TIME -> plain ? SqlValueFunctionOp.CURRENT_TIME : SqlValueFunctionOp.CURRENT_TIME_N;
            case PgSql.CURRENT_TIMESTAMP ->
                plain ? SqlValueFunctionOp.CURRENT_TIMESTAMP : SqlValueFunctionOp.CURRENT_TIMESTAMP_N;
            case PgSql.LOCALTIME -> plain ? SqlValueFunctionOp.LOCALTIME : SqlValueFunctionOp.LOCALTIME_N;
            case PgSql.LOCALTIMESTAMP ->
                plain ? SqlValueFunctionOp.LOCALTIMESTAMP : SqlValueFunctionOp.LOCALTIMESTAMP_N;
            case PgSql.CURRENT_ROLE -> SqlValueFunctionOp.CURRENT_ROLE;
            case PgSql.CURRENT_USER -> SqlValueFunctionOp.CURRENT_USER;
            case PgSql.SESSION_USER -> SqlValueFunctionOp.SESSION_USER;
            case PgSql.USER -> SqlValueFunctionOp.USER;
            case PgSql.CURRENT_CATALOG -> SqlValueFunctionOp.CURRENT_CATALOG;
            default -> SqlValueFunctionOp.CURRENT_SCHEMA;
        };
        return new SqlValueFunction(op, precision == null ? -1 : intValue(precision), at);
    }

    // ------------------------------------------------------------------ typed literals

    protected Expr literalCast(TypeName type, Token literal) {
        StringConst value = new StringConst(str(literal), at(literal));
        return new TypeCast(value, type, type.at(), new Position(type.at().start(), last().end()));
    }

    protected Expr typeLiteral(NameDraft name, @Nullable CallDraft modifiers, Token literal) {
        List<Expr> mods = List.of();
        if (modifiers != null) {
            if (modifiers.hasTail()) {
                throw syntaxError(literal);
            }
            mods = modifiers.args;
            for (Expr arg : mods) {
                if (arg instanceof NamedArgExpr named) {
                    throw error("type modifier cannot have parameter name", named.at());
                }
            }
            if (!modifiers.order.isEmpty()) {
                throw error(
                        "type modifier cannot have ORDER BY",
                        modifiers.order.get(0).node().at());
            }
            if (mods.isEmpty() || modifiers.star || modifiers.distinct || modifiers.variadic) {
                throw syntaxError(literal);
            }
        }
        Position at = at(name.first, _input.get(literal.getTokenIndex() - 1));
        return literalCast(new TypeName(name.parts, false, false, mods, List.of(), at), literal);
    }

    /// A constant where no other expression may stand.
    protected Expr literalOnly(Expr value) {
        if (value instanceof TypeCast cast && cast.arg() instanceof StringConst) {
            return value;
        }
        throw yyerror("syntax error");
    }

    // ------------------------------------------------------------------ types

    protected TypeName system(String name, Position at) {
        return system(name, List.of(), at);
    }

    private static TypeName system(String name, List<Expr> mods, Position at) {
        return new TypeName(List.of("pg_catalog", name), false, false, mods, List.of(), at);
    }

    protected TypeName type(TypeName base, boolean setof, List<Integer> bounds, Position at) {
        return !setof && bounds.isEmpty()
                ? base
                : new TypeName(base.names(), setof, base.pctType(), base.typmods(), bounds, at);
    }

    protected TypeName keywordType(Token keyword) {
        return keywordType(keyword, false, List.of(), at(keyword));
    }

    protected TypeName keywordType(Token keyword, boolean varying, List<Expr> mods, Position at) {
        return switch (keyword.getType()) {
            case PgSql.INT, PgSql.INTEGER -> system("int4", at);
            case PgSql.SMALLINT -> system("int2", at);
            case PgSql.BIGINT -> system("int8", at);
            case PgSql.REAL -> system("float4", at);
            case PgSql.BOOLEAN -> system("bool", at);
            case PgSql.JSON -> system("json", at);
            case PgSql.FLOAT -> floating(mods, at);
            case PgSql.DECIMAL, PgSql.DEC, PgSql.NUMERIC -> system("numeric", mods, at);
            case PgSql.BIT -> system(varying ? "varbit" : "bit", mods, at);
            case PgSql.VARCHAR -> system("varchar", mods, at);
            default -> system(varying ? "varchar" : "bpchar", mods, at);
        };
    }

    private TypeName floating(List<Expr> mods, Position at) {
        if (mods.isEmpty()) {
            return system("float8", at);
        }
        if (mods.size() != 1 || !(mods.get(0) instanceof IntegerConst precision)) {
            throw yyerror("syntax error");
        }
        if (precision.ival() < 1) {
            throw precision("precision for type float must be at least 1 bit", precision.at());
        }
        if (precision.ival() > 53) {
            throw precision("precision for type float must be less than 54 bits", precision.at());
        }
        return system(precision.ival() <= 24 ? "float4" : "float8", at);
    }

    private static SqlException precision(String message, Position at) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message, new Position(at.start(), at.start()));
    }

    /// NATIONAL is no type alone.
    protected void nationalWhole(Token keyword) {
        int next = _input.LA(1);
        if (keyword.getType() == PgSql.NATIONAL && next != PgSql.CHARACTER && next != PgSql.CHAR) {
            throw yyerror("syntax error");
        }
    }

    /// CHARACTER may follow NATIONAL only.
    protected void national(Token keyword, Token character) {
        if (keyword.getType() != PgSql.NATIONAL) {
            throw syntaxError(character);
        }
    }

    /// The length of a character type or the precision of FLOAT is one integer.
    protected void lengthOnly(Token keyword) {
        switch (keyword.getType()) {
            case PgSql.CHARACTER, PgSql.CHAR, PgSql.VARCHAR, PgSql.NATIONAL, PgSql.NCHAR, PgSql.FLOAT -> {
                if (_input.LA(1) != PgSql.ICONST) {
                    throw syntaxError(_input.LT(1));
                }
                if (_input.LA(2) != PgSql.RP) {
                    throw syntaxError(_input.LT(2));
                }
            }
            default -> {}
        }
    }

    protected void varyingAllowed(Token keyword, Token varying) {
        switch (keyword.getType()) {
            case PgSql.BIT, PgSql.CHARACTER, PgSql.CHAR, PgSql.NATIONAL, PgSql.NCHAR -> {}
            default -> throw syntaxError(varying);
        }
    }

    /// char and bit without a length are of length 1, but not in literals.
    protected TypeName defaultLength(TypeName type, Token keyword) {
        String name = type.names().get(1);
        if (type.typmods().isEmpty() && (name.equals("bpchar") || name.equals("bit"))) {
            return system(name, List.of(new IntegerConst(1, Position.NONE)), type.at());
        }
        return type;
    }

    protected TypeName datetime(Token keyword, boolean zone, List<Expr> mods, Position at) {
        String name = keyword.getType() == PgSql.TIME ? "time" : "timestamp";
        return system(zone ? name + "tz" : name, mods, at);
    }

    protected TypeName interval(Token keyword, List<Expr> mods) {
        return system("interval", mods, from((SqlToken) keyword));
    }

    /// Of a literal, whose fields stand behind it.
    protected TypeName intervalLiteral(Token keyword, List<Expr> mods) {
        return mods.isEmpty() ? system("interval", at(keyword)) : interval(keyword, mods);
    }

    protected TypeName intervalPrecision(Token keyword, Token precision) {
        return interval(keyword, List.of(new IntegerConst(0x7fff, Position.NONE), integer(precision)));
    }

    protected List<Expr> intervalMask(int mask, Position at) {
        return List.of(new IntegerConst(mask, at));
    }

    protected List<Expr> intervalMask(int mask, @Nullable Token precision, Position at) {
        return precision == null ? intervalMask(mask, at) : List.of(new IntegerConst(mask, at), integer(precision));
    }

    // ------------------------------------------------------------------ windows

    protected FrameBound bound(int option, @Nullable Expr offset) {
        return new FrameBound(option, offset, at());
    }

    protected WindowDef named(WindowDef w, String name) {
        return new WindowDef(
                name,
                w.refname(),
                w.partitionClause(),
                w.orderClause(),
                w.frameOptions(),
                w.startOffset(),
                w.endOffset(),
                w.at());
    }

    // ------------------------------------------------------------------ XML

    protected Expr xml(XmlExprOp op, @Nullable String name, List<ResTarget> named, List<Expr> args, Position at) {
        return new XmlExpr(op, name, named, args, XmlOptionType.DOCUMENT, false, at, at);
    }

    protected Expr xmlParse(XmlOptionType option, Expr arg, @Nullable Token whitespace, Position at) {
        boolean preserve = whitespace != null && whitespace.getType() == PgSql.PRESERVE;
        return new XmlExpr(
                XmlExprOp.XMLPARSE,
                null,
                List.of(),
                List.of(arg, new BooleanConst(preserve, Position.NONE)),
                option,
                false,
                at,
                at);
    }

    protected Expr xmlRoot(Expr arg, Expr version, int standalone, Position at) {
        return xml(
                XmlExprOp.XMLROOT,
                null,
                List.of(),
                List.of(arg, version, new IntegerConst(standalone, Position.NONE)),
                at);
    }
}
