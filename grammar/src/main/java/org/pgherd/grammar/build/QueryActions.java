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
import org.pgherd.grammar.lexer.SqlToken;

/// Actions of SELECT, INSERT, UPDATE, DELETE and MERGE.
public abstract class QueryActions extends JsonActions {
    protected QueryActions(TokenStream input) {
        super(input);
    }

    protected static SelectDraft setOperation(SetOperation op, boolean all, SelectDraft left, SelectDraft right) {
        return SelectDraft.operation(op, all, left, right);
    }

    protected void limitComma(Token limit) {
        throw error("LIMIT #,# syntax is not supported", at(limit)).withHint("Use separate LIMIT and OFFSET clauses.");
    }

    protected IntoClause intoClause(RangeVar relation, Position at) {
        return new IntoClause(relation, List.of(), null, List.of(), OnCommitAction.NOOP, null, false, at);
    }

    /// CUBE (...) and ROLLUP (...) come as calls of unquoted functions of these names.
    protected Node groupItem(Expr item) {
        if (item instanceof FuncCall call
                && call.funcname().size() == 1
                && call.funcformat() == CoercionForm.EXPLICIT_CALL) {
            int type = _ctx.start.getType();
            if ((type == PgSql.CUBE || type == PgSql.ROLLUP)
                    && !call.aggStar()
                    && !call.args().isEmpty()) {
                return new GroupingSet(
                        type == PgSql.CUBE ? GroupingSetKind.CUBE : GroupingSetKind.ROLLUP,
                        List.copyOf(call.args()),
                        call.at());
            }
        }
        return item;
    }

    // ------------------------------------------------------------------ FROM

    /// The relation with its alias, from its name (not from ONLY) on.
    protected RangeVar aliased(RangeVar r, @Nullable Alias alias, Position at) {
        if (alias == null) {
            return r;
        }
        Position named = new Position(r.at().start(), at.end());
        return new RangeVar(r.catalogname(), r.schemaname(), r.relname(), r.inh(), r.relpersistence(), alias, named);
    }

    /// No function follows LATERAL or a word that names functions only.
    protected void relationName(NameDraft name, boolean lateral) {
        if (lateral || name.first.keywordClass() == org.pgherd.grammar.lexer.KeywordClass.TYPE_FUNC_NAME) {
            throw yyerror("syntax error");
        }
    }

    protected FromItem relation(NameDraft name, @Nullable Alias alias, boolean lateral, Position at) {
        return aliased(rangeVar(name.parts, new Position(at.start(), name.end)), alias, at);
    }

    /// Only a join may stand in parentheses.
    protected void joined(FromItem item) {
        if (!(item instanceof JoinExpr)) {
            throw yyerror("syntax error");
        }
    }

    protected FromItem joinAlias(FromItem join, @Nullable Alias alias, Token first) {
        if (!(join instanceof JoinExpr j)) {
            throw new AssertionError("no join in parentheses");
        }
        return alias == null
                ? join
                : new JoinExpr(
                        j.jointype(),
                        j.isNatural(),
                        j.larg(),
                        j.rarg(),
                        j.usingClause(),
                        j.joinUsingAlias(),
                        j.quals(),
                        alias,
                        at());
    }

    protected RangeFunctionItem functionItem(Expr function, Position at) {
        return new RangeFunctionItem(function, List.of(), at);
    }

    protected void rowsFrom(NameDraft name, Token from) {
        if (name.first.getType() != PgSql.ROWS || name.parts.size() > 1) {
            throw syntaxError(from);
        }
    }

    protected FromItem rangeFunction(
            List<RangeFunctionItem> items,
            boolean rowsFrom,
            boolean ordinality,
            AliasDraft alias,
            boolean lateral,
            Position at) {
        return new RangeFunction(lateral, ordinality, rowsFrom, items, alias.alias(), alias.definitions, at);
    }

    // ------------------------------------------------------------------ UPDATE and MERGE

    protected ResTarget assign(ResTarget target, Expr value, Position at) {
        return new ResTarget(target.name(), target.indirection(), value, at);
    }

    protected void assignAll(List<ResTarget> out, List<ResTarget> targets, Expr source, Position at) {
        int column = 1;
        for (ResTarget target : targets) {
            Expr value = new MultiAssignRef(source, column++, targets.size(), source.at());
            out.add(new ResTarget(
                    target.name(), target.indirection(), value, target.at().to(source.at())));
        }
    }

    protected MergeMatchKind bySource(MergeMatchKind kind, Token by) {
        if (kind == MergeMatchKind.MATCHED) {
            throw syntaxError(by);
        }
        return MergeMatchKind.NOT_MATCHED_BY_SOURCE;
    }

    protected MergeMatchKind byTarget(MergeMatchKind kind, Token by) {
        if (kind == MergeMatchKind.MATCHED) {
            throw syntaxError(by);
        }
        return MergeMatchKind.NOT_MATCHED_BY_TARGET;
    }

    /// What is matched by no target row can only be inserted, and nothing else can.
    protected void matched(MergeMatchKind kind, MergeAction action) {
        if ((kind == MergeMatchKind.NOT_MATCHED_BY_TARGET) != (action == MergeAction.INSERT)) {
            throw syntaxError(last());
        }
    }

    protected MergeWhenClause mergeWhen(
            MergeMatchKind kind,
            MergeAction action,
            OverridingKind override,
            @Nullable Expr condition,
            List<ResTarget> targets,
            List<Expr> values,
            Position at) {
        return new MergeWhenClause(kind, action, override, condition, targets, values, at);
    }

    /// The variable of a PL/pgSQL assignment: a name or $n.
    /// Before ROW or ROWS, a count is a simple expression or a signed number.
    protected void countOnly(Token offset, Token word, Expr count) {
        if (word.getType() == PgSql.COLNAME && !str(word).equals("row")) {
            // operators that have been taken for names, for nothing follows them
            throw syntaxError(str(word).equals("between") || str(word).equals("operator") ? _input.LT(1) : word);
        }
        Token first = _input.get(offset.getTokenIndex() + 1);
        boolean operator = count instanceof AExpr
                || count instanceof BoolExpr
                || count instanceof TypeCast
                || count instanceof CollateClause
                || count instanceof NullTest
                || count instanceof BooleanTest;
        boolean parentheses = first.getType() == PgSql.LP
                && ((SqlToken) first).start() == count.at().start()
                && word.getTokenIndex() > 0
                && _input.get(word.getTokenIndex() - 1).getType() == PgSql.RP;
        if (operator && !parentheses) {
            throw syntaxError(word);
        }
    }

    protected String plTarget(Token token) {
        return token.getType() == PgSql.PARAM ? token.getText() : str(token);
    }

    protected SqlException invalidParameter(String message, Position at) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message, at);
    }
}
