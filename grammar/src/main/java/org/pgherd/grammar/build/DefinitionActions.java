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
import org.pgherd.grammar.lexer.KeywordClass;
import org.pgherd.grammar.lexer.SqlToken;

/// Actions of CREATE, ALTER, DROP and GRANT for everything that is not a table.
public abstract class DefinitionActions extends StatementActions {
    protected DefinitionActions(TokenStream input) {
        super(input);
    }

    private static SqlException unsupported(String message, Position at) {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, new Position(at.start(), at.start()));
    }

    // ------------------------------------------------------------------ names of objects

    protected QualifiedName named(String name, Token at) {
        return new QualifiedName(List.of(name), at(at));
    }

    /// The name of a trigger, rule, policy or constraint behind that of its table.
    protected QualifiedName nameOn(List<String> table, String name, Position at) {
        List<String> names = new ArrayList<>(table);
        names.add(name);
        return new QualifiedName(names, at);
    }

    /// The name of an operator class or family behind its access method.
    protected QualifiedName methodFirst(String method, List<String> name, Position at) {
        List<String> names = new ArrayList<>();
        names.add(method);
        names.addAll(name);
        return new QualifiedName(names, at);
    }

    protected ObjectType onTableKind(Token word) {
        return switch (word.getType()) {
            case PgSql.POLICY -> ObjectType.POLICY;
            case PgSql.RULE -> ObjectType.RULE;
            default -> ObjectType.TRIGGER;
        };
    }

    protected ObjectType routineKind(Token word) {
        return switch (word.getType()) {
            case PgSql.FUNCTION -> ObjectType.FUNCTION;
            case PgSql.PROCEDURE -> ObjectType.PROCEDURE;
            default -> ObjectType.ROUTINE;
        };
    }

    protected ObjectType pluralKind(Token word) {
        return switch (word.getType()) {
            case PgSql.TABLES -> ObjectType.TABLE;
            case PgSql.SEQUENCES -> ObjectType.SEQUENCE;
            case PgSql.FUNCTIONS -> ObjectType.FUNCTION;
            case PgSql.PROCEDURES -> ObjectType.PROCEDURE;
            default -> ObjectType.ROUTINE;
        };
    }

    /// An operator by one type.
    protected void missingArgument(Token close) {
        throw error("missing argument", at(close))
                .withHint("Use NONE to denote the missing argument of a unary operator.");
    }

    protected TypeName noType(Position at) {
        return new TypeName(List.of(), false, false, List.of(), List.of(), at);
    }

    /// A routine by its parameters: `objargs` are the types of the inputs.
    protected ObjectWithArgs withArgs(List<String> name, List<FunctionParameter> parameters, Position at) {
        List<TypeName> inputs = new ArrayList<>(parameters.size());
        for (FunctionParameter p : parameters) {
            if (p.mode() != FunctionParameterMode.OUT && p.mode() != FunctionParameterMode.TABLE) {
                inputs.add(p.argType());
            }
        }
        return new ObjectWithArgs(name, inputs, parameters, false, at);
    }

    /// makeOrderedSetArgs: the direct and the aggregated arguments; a VARIADIC "any" at the end of both is one.
    protected List<FunctionParameter> orderedSet(List<FunctionParameter> direct, List<FunctionParameter> ordered) {
        FunctionParameter last = direct.get(direct.size() - 1);
        List<FunctionParameter> all = new ArrayList<>(direct);
        if (last.mode() == FunctionParameterMode.VARIADIC) {
            if (ordered.size() != 1
                    || ordered.get(0).mode() != FunctionParameterMode.VARIADIC
                    || !AstWalk.same(last.argType(), ordered.get(0).argType())) {
                throw unsupported(
                        "an ordered-set aggregate with a VARIADIC direct argument must have one VARIADIC aggregated"
                                + " argument of the same data type",
                        ordered.get(0).at());
            }
            return all;
        }
        all.addAll(ordered);
        return all;
    }

    // ------------------------------------------------------------------ CREATE

    /// ALTER FOREIGN DATA WRAPPER must change something.
    protected void notEmpty(List<DefElem> functions, List<DefElem> options) {
        if (functions.isEmpty() && options.isEmpty()) {
            throw yyerror("syntax error");
        }
    }

    /// CREATE LANGUAGE without a handler is CREATE EXTENSION.
    protected Statement extensionForLanguage(boolean replace, String name, Position at) {
        return new CreateExtensionStmt(name, replace, List.of(), at);
    }

    protected Statement schemaElement(Statement element, Token at) {
        return switch (element) {
            case CreateStmt s -> s;
            case IndexStmt s -> s;
            case CreateSeqStmt s -> s;
            case CreateTrigStmt s -> s;
            case ViewStmt s -> s;
            default -> throw syntaxError(_input.get(at.getTokenIndex() + 1));
        };
    }

    /// CREATE SCHEMA takes no CREATE TABLE AS.
    protected void inSchema() {
        if (_ctx.getParent() != null && _ctx.getParent().getParent() instanceof PgSql.SchemaElementContext) {
            throw yyerror("syntax error");
        }
    }

    /// The actions of rules are no MERGE.
    protected void noMerge() {
        if (_input.LA(1) == PgSql.MERGE) {
            throw yyerror("syntax error");
        }
    }

    protected void noMerge(Query action) {
        if (action instanceof MergeStmt merge && merge.withClause() != null) {
            int i = _ctx.start.getTokenIndex();
            while (_input.get(i).getStartIndex() < merge.withClause().at().end()) {
                i++;
            }
            throw syntaxError(_input.get(i));
        }
    }

    /// REVOKE GRANT OPTION FOR is about privileges on objects.
    protected void rolesOnly(boolean grantOption) {
        if (grantOption) {
            throw syntaxError(last());
        }
    }

    protected void noSchemaElements(Token at) {
        throw unsupported("CREATE SCHEMA IF NOT EXISTS cannot include schema elements", at(at));
    }

    protected boolean permissive(Token word) {
        return switch (str(word)) {
            case "permissive" -> true;
            case "restrictive" -> false;
            default ->
                throw error("unrecognized row security option \"" + str(word) + "\"", at(word))
                        .withHint("Only PERMISSIVE or RESTRICTIVE policies are supported currently.");
        };
    }

    // ------------------------------------------------------------------ roles

    protected RoleStmtType roleKind(Token word) {
        return switch (word.getType()) {
            case PgSql.ROLE -> RoleStmtType.ROLE;
            case PgSql.USER -> RoleStmtType.USER;
            default -> RoleStmtType.GROUP;
        };
    }

    /// "public" and "none" are special even when quoted.
    protected RoleSpec role(String name, Token token, Position at) {
        if (name.equals("public")) {
            return new RoleSpec(RoleSpecType.PUBLIC, null, at);
        }
        if (name.equals("none")) {
            throw new SqlException(SqlState.RESERVED_NAME, "role name \"none\" is reserved", at);
        }
        return new RoleSpec(RoleSpecType.CSTRING, name, at);
    }

    protected String roleId(RoleSpec role) {
        String name = role.rolename();
        if (name != null) {
            return name;
        }
        String message = role.roletype() == RoleSpecType.PUBLIC
                ? "role name \"public\" is reserved"
                : role.roletype().name() + " cannot be used as a role name here";
        throw new SqlException(SqlState.RESERVED_NAME, message, role.at());
    }

    protected void unencrypted(Token at) {
        throw unsupported("UNENCRYPTED PASSWORD is no longer supported", at(at))
                .withHint("Remove UNENCRYPTED to store the password in encrypted form instead.");
    }

    protected DefElem roleOption(Token word) {
        Position at = at(word);
        String name = str(word);
        boolean not = name.startsWith("no");
        return switch (name) {
            case "superuser", "nosuperuser" -> def("superuser", new BooleanConst(!not, at), at);
            case "createrole", "nocreaterole" -> def("createrole", new BooleanConst(!not, at), at);
            case "replication", "noreplication" -> def("isreplication", new BooleanConst(!not, at), at);
            case "createdb", "nocreatedb" -> def("createdb", new BooleanConst(!not, at), at);
            case "login", "nologin" -> def("canlogin", new BooleanConst(!not, at), at);
            case "bypassrls", "nobypassrls" -> def("bypassrls", new BooleanConst(!not, at), at);
            case "noinherit" -> def("inherit", new BooleanConst(false, at), at);
            default -> throw error("unrecognized role option \"" + name + "\"", at);
        };
    }

    protected Statement renameRole(RoleSpec role, String name, Position at) {
        return new RenameStmt(
                ObjectType.ROLE, ObjectType.ROLE, null, null, roleId(role), name, DropBehavior.RESTRICT, false, at);
    }

    // ------------------------------------------------------------------ GRANT

    /// Privileges on objects; ALL without columns is an empty list.
    protected Statement grant(
            boolean isGrant,
            List<AccessPriv> privileges,
            PrivTarget target,
            List<RoleSpec> grantees,
            boolean option,
            @Nullable RoleSpec by,
            DropBehavior behavior,
            Position at) {
        return new GrantStmt(
                isGrant,
                target.kind(),
                target.type(),
                target.objects(),
                privileges,
                grantees,
                option,
                by,
                behavior,
                at);
    }

    /// ALL is of objects only.
    protected void onObject(Token first, List<AccessPriv> privileges) {
        if (first.getType() == PgSql.ALL && _input.LA(1) != PgSql.ON && _input.LA(1) != PgSql.LPE) {
            throw yyerror("syntax error");
        }
    }

    /// What has an option of a membership taken away is a role.
    protected void objectsToo(List<DefElem> options) {
        if (!options.isEmpty()) {
            throw syntaxError(last());
        }
    }

    protected void notAll() {
        if (_input.LA(1) == PgSql.ALL) {
            throw yyerror("syntax error");
        }
    }

    protected List<AccessPriv> allOrNamed(List<AccessPriv> privileges) {
        return privileges;
    }

    // ------------------------------------------------------------------ what may be altered of what

    /// Refuses RENAME, OWNER, SET SCHEMA or DEPENDS (`change` is that token's type) for kinds of objects
    /// without it.
    protected void changes(ObjectType kind, int change) {
        boolean may = switch (change) {
            case PgSql.RENAME -> kind != ObjectType.OPERATOR;
            case PgSql.OWNER -> kind != ObjectType.TSPARSER && kind != ObjectType.TSTEMPLATE;
            case PgSql.SCHEMA ->
                switch (kind) {
                    case AGGREGATE, COLLATION, CONVERSION, DOMAIN, FUNCTION, OPERATOR, OPCLASS, OPFAMILY -> true;
                    case PROCEDURE, ROUTINE, STATISTIC_EXT, TYPE -> true;
                    case TSPARSER, TSDICTIONARY, TSTEMPLATE, TSCONFIGURATION -> true;
                    default -> false;
                };
            default ->
                switch (kind) {
                    case FUNCTION, PROCEDURE, ROUTINE, MATVIEW, INDEX -> true;
                    default -> false;
                };
        };
        if (!may) {
            throw refused(kind, change);
        }
    }

    /// Where SET takes other things, the error is behind it.
    private SqlException refused(ObjectType kind, int change) {
        if (change == PgSql.SCHEMA) {
            switch (kind) {
                case SUBSCRIPTION, TABLESPACE -> {
                    return syntaxError(_input.LT(1));
                }
                case DATABASE -> {
                    return syntaxError(_input.LT(2));
                }
                case PUBLICATION -> {
                    return PublicationDraft.invalidList(at(_input.LT(1)));
                }
                default -> {}
            }
        }
        return syntaxError(last());
    }

    protected void tableOnly(ObjectType kind, ObjectType only) {
        if (kind != only) {
            throw syntaxError(last());
        }
    }

    protected void notFor(ObjectType kind, ObjectType other) {
        if (kind == other) {
            throw syntaxError(last());
        }
    }

    protected void onlyNext(ObjectType kind, ObjectType only) {
        if (kind != only) {
            throw yyerror("syntax error");
        }
    }

    /// RENAME COLUMN is for what has columns of its own.
    protected void columnsOnly(ObjectType kind) {
        if (kind == ObjectType.INDEX || kind == ObjectType.SEQUENCE) {
            throw yyerror("syntax error");
        }
    }

    /// ALTER POLICY IF EXISTS can only rename.
    protected void renameOnly(boolean ifExists) {
        if (ifExists && _input.LA(1) != PgSql.RENAME) {
            throw yyerror("syntax error");
        }
    }

    /// ONLY and a star are for tables.
    protected void plainName(ObjectType kind, Token first, Token last) {
        if (kind != ObjectType.TABLE && kind != ObjectType.FOREIGN_TABLE) {
            if (first.getType() == PgSql.ONLY) {
                throw syntaxError(first);
            }
            if (last.getType() == PgSql.STAR) {
                throw syntaxError(last);
            }
        }
    }

    protected void notMoved(ObjectType kind) {
        if (kind != ObjectType.TABLE && kind != ObjectType.INDEX && kind != ObjectType.MATVIEW) {
            throw yyerror("syntax error");
        }
    }

    /// Tables attach and detach partitions; indexes attach them, without a bound.
    protected void partitions(ObjectType kind) {
        if (kind != ObjectType.TABLE && (kind != ObjectType.INDEX || _input.LA(1) != PgSql.ATTACH)) {
            throw yyerror("syntax error");
        }
    }

    protected void bounded(ObjectType kind) {
        boolean bound = _input.LA(1) == PgSql.FOR || _input.LA(1) == PgSql.DEFAULT;
        if (bound == (kind == ObjectType.INDEX)) {
            throw yyerror("syntax error");
        }
    }

    /// What ALTER EXTENSION can add or drop comes next.
    protected void extensionMember() {
        switch (_input.LA(1)) {
            case PgSql.COLUMN, PgSql.CONSTRAINT, PgSql.POLICY, PgSql.RULE, PgSql.TRIGGER, PgSql.LARGE ->
                throw yyerror("syntax error");
            default -> {}
        }
    }

    /// What can have a security label comes next.
    protected void labelled() {
        switch (_input.LA(1)) {
            case PgSql.OPERATOR, PgSql.CONSTRAINT, PgSql.POLICY, PgSql.RULE, PgSql.TRIGGER, PgSql.TRANSFORM ->
                throw yyerror("syntax error");
            case PgSql.CAST -> throw yyerror("syntax error");
            default -> {}
        }
    }

    /// `operator(` begins an operator, never a type with modifiers: the error is where that operator ends.
    protected Node notOperator(Token first, TypeName type) {
        int at = first.getTokenIndex() + 1;
        if (first.getType() != PgSql.OPERATOR || _input.get(at).getType() != PgSql.LP) {
            return type;
        }
        at++;
        while (_input.get(at + 1).getType() == PgSql.DOT) {
            at += 2;
        }
        KeywordClass kind = ((SqlToken) _input.get(at)).keywordClass();
        boolean name = _input.get(at).getType() == PgSql.IDENT
                || kind == KeywordClass.UNRESERVED
                || kind == KeywordClass.COL_NAME;
        throw syntaxError(_input.get(name ? at + 1 : at));
    }

    // ------------------------------------------------------------------ ALTER TABLE

    protected AlterTableCmd cmd(AlterTableType type, @Nullable String name, @Nullable Node def, Position at) {
        return cmd(type, name, def, DropBehavior.RESTRICT, false, at);
    }

    protected AlterTableCmd cmd(
            AlterTableType type,
            @Nullable String name,
            @Nullable Node def,
            DropBehavior behavior,
            boolean missingOk,
            Position at) {
        return new AlterTableCmd(type, name, 0, null, def, behavior, missingOk, false, at);
    }

    protected AlterTableCmd at(AlterTableCmd c, Position at) {
        return new AlterTableCmd(
                c.subtype(), c.name(), c.num(), c.newowner(), c.def(), c.behavior(), c.missingOk(), c.recurse(), at);
    }

    protected AlterTableCmd owner(RoleSpec role, Position at) {
        return new AlterTableCmd(
                AlterTableType.CHANGE_OWNER, null, 0, role, null, DropBehavior.RESTRICT, false, false, at);
    }

    /// A column by its number, of an index.
    protected AlterTableCmd columnNumber(Token number, @Nullable Node target, Position at) {
        int value = intValue(number);
        if (value <= 0 || value > Short.MAX_VALUE) {
            throw invalidParameter(
                    "column number must be in range from 1 to " + Short.MAX_VALUE,
                    new Position(at.start(), at.start()));
        }
        return new AlterTableCmd(
                AlterTableType.SET_STATISTICS, null, value, null, target, DropBehavior.RESTRICT, false, false, at);
    }

    protected AlterConstraintStmt alterConstraint(String name, int bits, Token first, Position at) {
        if ((bits & 16) != 0) {
            throw unsupported("constraints cannot be altered to be NOT VALID", at(first));
        }
        boolean enforce = (bits & (64 | 128)) != 0;
        boolean defer = (bits & (1 | 2 | 4 | 8)) != 0;
        return new AlterConstraintStmt(
                name,
                enforce,
                (bits & 64) == 0,
                defer,
                (bits & (2 | 8)) != 0,
                (bits & 8) != 0,
                (bits & 32) != 0,
                (bits & 32) != 0,
                at);
    }

    protected ColumnDef columnType(TypeName type, List<CollateClause> collation, @Nullable Expr using, Position at) {
        return new ColumnDef(
                "", type, null, null, List.of(), using, collation.isEmpty() ? null : collation.get(0), List.of(), at);
    }

    /// SET option of an identity column: not all of a sequence's.
    protected DefElem identityOption(DefElem option, Token at) {
        switch (option.defname()) {
            case "as", "restart", "owned_by" ->
                throw error("sequence option \"" + option.defname() + "\" not supported here", at(at));
            default -> {
                return option;
            }
        }
    }
}
