package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.*;
import org.pgherd.grammar.lexer.KeywordClass;
import org.pgherd.grammar.lexer.SqlToken;

/// Actions of utility statements and definitions.
public abstract class StatementActions extends QueryActions {
    protected StatementActions(TokenStream input) {
        super(input);
    }

    protected TransactionStmt transaction(
            TransactionStmtKind kind,
            List<DefElem> options,
            @Nullable String savepoint,
            @Nullable String gid,
            boolean chain,
            Position at) {
        return new TransactionStmt(kind, options, savepoint, gid, chain, at);
    }

    // ------------------------------------------------------------------ SET

    protected VariableSetStmt set(VariableSetStmt stmt, @Nullable Token scope, Position at) {
        boolean local = scope != null && scope.getType() == PgSql.LOCAL;
        return new VariableSetStmt(stmt.kind(), stmt.name(), stmt.args(), local, at);
    }

    protected VariableSetStmt multi(String name, List<? extends Node> args, Position at) {
        return new VariableSetStmt(VariableSetKind.MULTI, name, List.copyOf(args), false, at);
    }

    protected VariableSetStmt setDefault(String name, Position at) {
        return new VariableSetStmt(VariableSetKind.DEFAULT, name, List.of(), false, at);
    }

    protected VariableSetStmt setValue(String name, List<? extends Node> args, Position at) {
        return new VariableSetStmt(VariableSetKind.VALUE, name, List.copyOf(args), false, at);
    }

    protected VariableSetStmt reset(String name, Position at) {
        return new VariableSetStmt(VariableSetKind.RESET, name, List.of(), false, at);
    }

    /// SET TIME ZONE INTERVAL '..' fields: HOUR or HOUR TO MINUTE only.
    protected Expr zoneInterval(Expr interval, Token fields) {
        if (interval instanceof TypeCast cast
                && !cast.typeName().typmods().isEmpty()
                && cast.typeName().typmods().get(0) instanceof IntegerConst mask
                && (mask.ival() & ~(3 << 10)) != 0) {
            throw error("time zone interval must be HOUR or HOUR TO MINUTE", startAt(fields));
        }
        return interval;
    }

    // ------------------------------------------------------------------ EXPLAIN and COPY

    /// Of CREATE, only CREATE TABLE AS and CREATE MATERIALIZED VIEW can be explained.
    protected void explainableStart() {
        switch (_input.LA(2)) {
            case PgSql.TABLE, PgSql.TEMP, PgSql.TEMPORARY, PgSql.LOCAL, PgSql.GLOBAL -> {}
            case PgSql.UNLOGGED, PgSql.MATERIALIZED -> {}
            default -> throw syntaxError(_input.LT(2));
        }
    }

    /// Behind names of columns without types, CREATE TABLE must go on to AS.
    protected void noDefinition() {
        if (_input.LA(1) == PgSql.INHERITS || _input.LA(1) == PgSql.PARTITION) {
            throw yyerror("syntax error");
        }
    }

    protected Statement explainableCreate(Statement create) {
        if (!(create instanceof CreateTableAsStmt)) {
            throw yyerror("syntax error");
        }
        return create;
    }

    protected void copyStd(CopyDraft copy, Token word) {
        if (copy.isProgram) {
            throw error("STDIN/STDOUT not allowed with PROGRAM", Position.NONE);
        }
    }

    protected void copyWhere(CopyDraft copy, Expr where, Token at) {
        if (!copy.isFrom) {
            throw error("WHERE clause not allowed with COPY TO", startAt(at));
        }
        copy.where = where;
    }

    protected NodeList names(List<String> names, Position at) {
        List<Node> items = new ArrayList<>(names.size());
        for (String name : names) {
            items.add(new StringConst(name, at));
        }
        return new NodeList(items, at);
    }

    // ------------------------------------------------------------------ tables

    protected ConstraintDraft draft(ConstrType type) {
        return new ConstraintDraft(type);
    }

    protected Constraint named(ConstraintDraft constraint, String name, Position at) {
        return constraint.build(name, at);
    }

    protected Constraint attribute(ConstrType type, Position at) {
        return new ConstraintDraft(type).build(at);
    }

    /// One more attribute, which took `tokens` tokens.
    protected int attr(int bits, int bit, int tokens) {
        return ConstraintDraft.add(bits, bit, _input.LT(-tokens));
    }

    /// PERIOD column: the only word that may stand before a column there.
    protected void period(String word, Token column) {
        if (!word.equals("period")) {
            throw syntaxError(column);
        }
    }

    protected PartitionStrategy strategy(String name, Token at) {
        return switch (name) {
            case "list" -> PartitionStrategy.LIST;
            case "range" -> PartitionStrategy.RANGE;
            case "hash" -> PartitionStrategy.HASH;
            default -> throw invalidParameter("unrecognized partitioning strategy \"" + name + "\"", at(at));
        };
    }

    /// A key of an index that is a column: no word of functions only.
    protected void indexColumn(Token name) {
        if (((SqlToken) name).keywordClass() == KeywordClass.TYPE_FUNC_NAME) {
            throw yyerror("syntax error");
        }
    }

    // ------------------------------------------------------------------ views and functions

    protected ViewStmt view(
            RangeVar name,
            List<String> columns,
            SelectStmt query,
            boolean replace,
            List<DefElem> options,
            ViewCheckOption check,
            Token checkAt,
            @Nullable Token recursive,
            Position at) {
        if (recursive == null) {
            return new ViewStmt(name, columns, query, replace, options, check, at);
        }
        if (columns.isEmpty()) {
            throw syntaxError(recursive);
        }
        if (check != ViewCheckOption.NONE) {
            throw new org.pgherd.errors.SqlException(
                    org.pgherd.errors.SqlState.FEATURE_NOT_SUPPORTED,
                    "WITH CHECK OPTION not supported on recursive views",
                    startAt(checkAt));
        }
        return new ViewStmt(name, columns, recursiveQuery(name, columns, query), replace, options, check, at);
    }

    /// makeRecursiveViewSelect: WITH RECURSIVE name (columns) AS (query) SELECT columns FROM name.
    private static SelectStmt recursiveQuery(RangeVar name, List<String> columns, SelectStmt query) {
        Position at = query.at();
        SelectDraft draft = new SelectDraft();
        draft.with(new WithClause(
                List.of(new CommonTableExpr(name.relname(), columns, CteMaterialize.DEFAULT, query, null, null, at)),
                true,
                at));
        List<ResTarget> targets = new ArrayList<>(columns.size());
        for (String column : columns) {
            targets.add(new ResTarget(null, List.of(), new ColumnRef(List.of(column), false, at), at));
        }
        draft.targets = targets;
        draft.from = List.of(new RangeVar(null, null, name.relname(), true, 'p', null, Position.NONE));
        return draft.build(at);
    }

    protected FunctionParameter parameter(FunctionParameter p, @Nullable Expr value, Position at) {
        return value == null ? p : new FunctionParameter(p.name(), p.argType(), p.mode(), value, at);
    }
}
