package org.pgherd.plpgsql.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.NamedArgExpr;
import org.pgherd.grammar.plpgsql.ConditionNames;
import org.pgherd.grammar.plpgsql.Declaration;
import org.pgherd.grammar.plpgsql.PlStatement;
import org.pgherd.grammar.plpgsql.SqlFragment;
import org.pgherd.grammar.plpgsql.Target;
import org.pgherd.plpgsql.node.*;
import org.pgherd.semantics.spi.Cursor;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Statements to nodes.
final class StatementCompiler {
    private final BodyCompiler body;

    StatementCompiler(BodyCompiler body) {
        this.body = body;
    }

    BlockNode block(PlStatement.Block block, Namespace outer) {
        Namespace names = outer.inner(block.label());
        List<VariableInit> variables = new ArrayList<>();
        for (Declaration declaration : block.declarations()) {
            VariableInit init = declare(declaration, names);
            if (init != null) {
                variables.add(init);
            }
        }
        SequenceNode statements = sequence(block.body(), names);
        List<HandlerNode> handlers = null;
        if (block.handlers() != null) {
            handlers = new ArrayList<>();
            for (PlStatement.Handler handler : block.handlers()) {
                handlers.add(handler(handler, names));
            }
        }
        return new BlockNode(block.line(), block.label(), variables, statements, handlers);
    }

    private HandlerNode handler(PlStatement.Handler handler, Namespace outer) {
        Namespace names = outer.inner(null);
        Variable state = body.variable("sqlstate", SqlType.TEXT, true, false);
        Variable message = body.variable("sqlerrm", SqlType.TEXT, true, false);
        names.add("sqlstate", state);
        names.add("sqlerrm", message);
        boolean others = false;
        List<SqlState> states = new ArrayList<>();
        for (PlStatement.Condition condition : handler.conditions()) {
            if (condition.sqlState()) {
                states.add(SqlState.of(condition.name()));
            } else if (condition.name().equals("others")) {
                others = true;
            } else {
                states.addAll(ConditionNames.states(condition.name()));
            }
        }
        return new HandlerNode(others, states, state.slot(), message.slot(), sequence(handler.body(), names));
    }

    private @Nullable VariableInit declare(Declaration declaration, Namespace names) {
        switch (declaration) {
            case Declaration.Alias alias -> {
                Namespace.Found found = names.find(alias.of());
                if (found == null || found.used() != alias.of().size()) {
                    throw new SqlException(
                            SqlState.UNDEFINED_COLUMN,
                            "variable \"" + String.join(".", alias.of()) + "\" does not exist",
                            alias.at());
                }
                names.add(alias.name(), found.variable());
                return null;
            }
            case Declaration.Cursor cursor -> {
                Namespace inside = names.inner(null);
                List<Variable> parameters = new ArrayList<>();
                for (Declaration.Parameter parameter : cursor.parameters()) {
                    Variable variable =
                            body.variable(parameter.name(), body.types.resolve(parameter.type(), names), false, false);
                    inside.add(parameter.name(), variable);
                    parameters.add(variable);
                }
                Variable variable = body.variable(
                        cursor.name(),
                        SqlType.of(TypeOids.REFCURSOR),
                        false,
                        false,
                        new BoundCursor(cursor.scroll(), parameters, cursor.query(), inside));
                names.add(cursor.name(), variable);
                return new VariableInit(cursor.line(), new TargetNode(variable, List.of()), null);
            }
            case Declaration.Variable declared -> {
                SqlType type = body.types.resolve(declared.type(), names);
                ExpressionNode initial =
                        declared.initial() == null ? null : new ExpressionNode(declared.initial(), names.snapshot());
                if (declared.notNull() && initial == null) {
                    throw new SqlException(
                            SqlState.NULL_VALUE_NOT_ALLOWED,
                            "variable \"" + declared.name()
                                    + "\" must have a default value, since it's declared NOT NULL");
                }
                Variable variable = body.variable(declared.name(), type, declared.constant(), declared.notNull());
                names.add(declared.name(), variable);
                return new VariableInit(declared.line(), new TargetNode(variable, List.of()), initial);
            }
        }
    }

    private SequenceNode sequence(List<PlStatement> statements, Namespace names) {
        List<StatementNode> nodes = new ArrayList<>();
        for (PlStatement statement : statements) {
            nodes.add(statement(statement, names));
        }
        return new SequenceNode(nodes);
    }

    private StatementNode statement(PlStatement statement, Namespace names) {
        int line = statement.line();
        int found = body.found;
        return switch (statement) {
            case PlStatement.Block s -> block(s, names);
            case PlStatement.Assign s -> assignment(line, s, names);
            case PlStatement.If s ->
                new IfNode(
                        line,
                        s.branches().stream()
                                .map(b -> expression(b.condition(), names))
                                .toList(),
                        s.branches().stream()
                                .map(b -> sequence(b.body(), names))
                                .toList(),
                        s.otherwise() == null ? null : sequence(s.otherwise(), names));
            case PlStatement.Case s -> caseNode(s, names);
            case PlStatement.Loop s -> new LoopNode(line, null, loop(s.label(), s.body(), names));
            case PlStatement.While s ->
                new LoopNode(line, expression(s.condition(), names), loop(s.label(), s.body(), names));
            case PlStatement.ForInteger s -> {
                Namespace inner = names.inner(s.label());
                Variable variable = body.variable(s.name(), SqlType.INT4, false, false);
                inner.add(s.name(), variable);
                yield new ForIntegerNode(
                        line,
                        variable.slot(),
                        found,
                        s.reverse(),
                        expression(s.lower(), names),
                        expression(s.upper(), names),
                        s.step() == null ? null : expression(s.step(), names),
                        loop(s.label(), s.body(), inner));
            }
            case PlStatement.ForQuery s ->
                new ForRowsNode(
                        line,
                        EmbeddedSql.statement(s.query(), names),
                        null,
                        into(s.targets(), names),
                        loop(s.label(), s.body(), names),
                        found);
            case PlStatement.ForDynamic s ->
                new ForRowsNode(
                        line,
                        null,
                        dynamic(s.query(), s.using(), names),
                        into(s.targets(), names),
                        loop(s.label(), s.body(), names),
                        found);
            case PlStatement.ForCursor s -> forCursor(s, names);
            case PlStatement.ForEach s ->
                new ForEachNode(
                        line,
                        s.slice(),
                        expression(s.array(), names),
                        into(s.targets(), names),
                        loop(s.label(), s.body(), names),
                        found);
            case PlStatement.Exit s ->
                new ExitNode(
                        line, s.next(), s.label(), s.condition() == null ? null : expression(s.condition(), names));
            case PlStatement.Return s -> {
                check(s);
                yield new ReturnNode(
                        line,
                        body.result,
                        s.value() == null ? null : expression(s.value(), names),
                        variable(s.value(), names));
            }
            case PlStatement.ReturnNext s -> {
                requireSet("RETURN NEXT");
                yield new ReturnNextNode(
                        line,
                        body.result,
                        s.value() == null ? null : expression(s.value(), names),
                        variable(s.value(), names));
            }
            case PlStatement.ReturnQuery s -> {
                requireSet("RETURN QUERY");
                yield new ReturnQueryNode(line, body.result, EmbeddedSql.statement(s.query(), names), null, found);
            }
            case PlStatement.ReturnQueryDynamic s -> {
                requireSet("RETURN QUERY");
                yield new ReturnQueryNode(line, body.result, null, dynamic(s.query(), s.using(), names), found);
            }
            case PlStatement.Raise s ->
                new RaiseNode(
                        line,
                        s.level(),
                        s.condition() == null ? null : s.condition().name(),
                        s.condition() != null && s.condition().sqlState(),
                        s.format(),
                        expressions(s.arguments(), names),
                        s.options().stream()
                                .map(o -> RaiseNode.Option.valueOf(o.name()))
                                .toList(),
                        s.options().stream()
                                .map(o -> expression(o.value(), names))
                                .toList());
            case PlStatement.Assert s ->
                new AssertNode(
                        line,
                        expression(s.condition(), names),
                        s.message() == null ? null : expression(s.message(), names));
            case PlStatement.Sql s ->
                new SqlNode(
                        line,
                        EmbeddedSql.statement(s.statement(), names),
                        s.into() == null ? null : into(s.into(), names),
                        s.strict(),
                        false,
                        found);
            case PlStatement.Execute s ->
                new ExecuteNode(
                        line,
                        dynamic(s.statement(), s.using(), names),
                        s.into() == null ? null : into(s.into(), names),
                        s.strict(),
                        found);
            case PlStatement.Perform s ->
                new SqlNode(line, EmbeddedSql.expression(s.expression(), names), null, false, true, found);
            case PlStatement.Call s ->
                s.isCall()
                        ? call(s, names)
                        : new SqlNode(line, EmbeddedSql.statement(s.statement(), names), null, false, false, found);
            case PlStatement.Open s -> open(s, names);
            case PlStatement.Fetch s ->
                new FetchNode(
                        line,
                        cursor(s.cursor(), names),
                        Cursor.Direction.valueOf(s.direction().name()),
                        s.constant(),
                        s.count() == null ? null : expression(s.count(), names),
                        s.into() == null ? null : into(s.into(), names),
                        found);
            case PlStatement.Close s -> new CloseNode(line, cursor(s.cursor(), names));
            case PlStatement.GetDiagnostics s ->
                new DiagnosticsNode(
                        line,
                        s.stacked(),
                        s.items().stream().map(PlStatement.DiagnosticItem::name).toList(),
                        s.items().stream().map(i -> target(i.target(), names)).toList(),
                        body.routineOid);
            case PlStatement.EndTransaction s -> new EndTransactionNode(line, s.commit(), s.chain());
            case PlStatement.NullStatement _ -> new NothingNode(line);
        };
    }

    private void requireSet(String what) {
        if (!body.result.set()) {
            throw new SqlException(SqlState.DATATYPE_MISMATCH, "cannot use " + what + " in a non-SETOF function");
        }
    }

    private void check(PlStatement.Return s) {
        ResultType result = body.result;
        boolean value = s.value() != null;
        if (result.set()) {
            if (value) {
                throw new SqlException(
                                SqlState.DATATYPE_MISMATCH, "RETURN cannot have a parameter in function returning set")
                        .withHint("Use RETURN NEXT or RETURN QUERY.");
            }
        } else if (result.procedure()) {
            if (value) {
                throw new SqlException(SqlState.DATATYPE_MISMATCH, "RETURN cannot have a parameter in a procedure");
            }
        } else if (!result.out().isEmpty()) {
            if (value) {
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH, "RETURN cannot have a parameter in function with OUT parameters");
            }
        } else if (result.type().oid() == TypeOids.VOID) {
            if (value) {
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH, "RETURN cannot have a parameter in function returning void");
            }
        } else if (!value) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "missing expression at or near \";\"");
        }
    }

    private LoopBody loop(@Nullable String label, List<PlStatement> statements, Namespace names) {
        return new LoopBody(label, sequence(statements, names));
    }

    private StatementNode caseNode(PlStatement.Case s, Namespace names) {
        List<SequenceNode> bodies =
                s.branches().stream().map(b -> sequence(b.body(), names)).toList();
        SequenceNode otherwise = s.otherwise() == null ? null : sequence(s.otherwise(), names);
        if (s.value() == null) {
            return new CaseNode(
                    s.line(),
                    null,
                    -1,
                    s.branches().stream()
                            .map(b -> expression(b.condition(), names))
                            .toList(),
                    bodies,
                    otherwise);
        }
        Variable hidden = body.variable("__Case__Variable__", SqlType.RECORD, false, false);
        Namespace inner = names.inner(null);
        inner.add("__Case__Variable__", hidden);
        List<ExpressionNode> conditions = new ArrayList<>();
        for (PlStatement.Branch branch : s.branches()) {
            SqlFragment given = branch.condition();
            String text = "\"__Case__Variable__\"." + HiddenRow.FIELD + " IN (" + given.text() + ")";
            conditions.add(new ExpressionNode(new SqlFragment(given.kind(), text, given.at(), given.line()), inner));
        }
        return new CaseNode(s.line(), expression(s.value(), names), hidden.slot(), conditions, bodies, otherwise);
    }

    private StatementNode forCursor(PlStatement.ForCursor s, Namespace names) {
        Variable cursor = cursor(s.cursor(), names);
        if (cursor.cursor() == null) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "cursor FOR loop must use a bound cursor variable");
        }
        Namespace inner = names.inner(s.label());
        Variable record = body.variable(s.name(), SqlType.RECORD, false, false);
        inner.add(s.name(), record);
        return new ForCursorNode(
                s.line(),
                bound(s.line(), cursor, cursor.cursor(), s.arguments(), names),
                new IntoNode(List.of(new TargetNode(record, List.of()))),
                loop(s.label(), s.body(), inner),
                body.found);
    }

    private StatementNode open(PlStatement.Open s, Namespace names) {
        Variable cursor = cursor(s.cursor(), names);
        boolean scroll = !Boolean.FALSE.equals(s.scroll());
        if (s.query() == null) {
            if (cursor.cursor() == null) {
                throw new SqlException(SqlState.SYNTAX_ERROR, "syntax error at or near \";\", expected \"FOR\"");
            }
            return bound(s.line(), cursor, cursor.cursor(), s.arguments(), names);
        }
        return s.dynamic()
                ? new OpenNode(
                        s.line(), cursor, scroll, List.of(), List.of(), null, dynamic(s.query(), s.using(), names))
                : new OpenNode(
                        s.line(), cursor, scroll, List.of(), List.of(), EmbeddedSql.statement(s.query(), names), null);
    }

    private OpenNode bound(
            int line, Variable cursor, BoundCursor bound, List<PlStatement.Argument> arguments, Namespace names) {
        if (arguments.size() > bound.parameters().size()) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    bound.parameters().isEmpty()
                            ? "cursor \"" + cursor.name() + "\" has no arguments"
                            : "too many arguments for cursor \"" + cursor.name() + "\"");
        }
        if (arguments.isEmpty() && !bound.parameters().isEmpty()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "cursor \"" + cursor.name() + "\" has arguments");
        }
        if (arguments.size() < bound.parameters().size()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "not enough arguments for cursor \"" + cursor.name() + "\"");
        }
        List<TargetNode> parameters = new ArrayList<>();
        List<ExpressionNode> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i).name();
            Variable parameter = bound.parameters().get(i);
            if (name != null) {
                parameter = bound.parameters().stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new SqlException(
                                SqlState.SYNTAX_ERROR,
                                "cursor \"" + cursor.name() + "\" has no argument named \"" + name + "\""));
            }
            parameters.add(new TargetNode(parameter, List.of()));
            values.add(expression(arguments.get(i).value(), names));
        }
        return new OpenNode(
                line,
                cursor,
                !Boolean.FALSE.equals(bound.scroll()),
                parameters,
                values,
                EmbeddedSql.statement(bound.query(), bound.names()),
                null);
    }

    private Variable cursor(Target target, Namespace names) {
        Namespace.Found found = names.find(target.names());
        if (found == null || found.used() != target.names().size()) {
            throw BodyCompiler.unknown(String.join(".", target.names()));
        }
        if (found.variable().type().oid() != TypeOids.REFCURSOR) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "variable \"" + found.variable().name() + "\" must be of type cursor or refcursor");
        }
        return found.variable();
    }

    private StatementNode call(PlStatement.Call s, Namespace names) {
        String text = s.statement().text();
        if (!(SqlParser.parse(text).getFirst().stmt() instanceof CallStmt call)) {
            throw new AssertionError("CALL is CALL");
        }
        List<@Nullable String> argumentNames = new ArrayList<>();
        List<ExpressionNode> values = new ArrayList<>();
        List<@Nullable TargetNode> targets = new ArrayList<>();
        for (Expr given : call.funccall().args()) {
            Expr value = given instanceof NamedArgExpr named ? named.arg() : given;
            argumentNames.add(given instanceof NamedArgExpr named ? named.name() : null);
            String piece = text.substring(value.at().start(), value.at().end());
            values.add(new ExpressionNode(
                    new SqlFragment(SqlFragment.Kind.EXPRESSION, piece, value.at(), s.line()), names));
            targets.add(value instanceof ColumnRef column ? assignable(column.fields(), names) : null);
        }
        String procedure = call.funccall().funcname().stream()
                .map(org.pgherd.semantics.catalog.Identifiers::quote)
                .collect(java.util.stream.Collectors.joining("."));
        return new CallNode(s.line(), procedure, argumentNames, values, targets);
    }

    private @Nullable TargetNode assignable(List<String> name, Namespace names) {
        Namespace.Found found = names.find(name);
        return found == null || found.variable().constant() ? null : place(found, name, List.of(), names);
    }

    private DynamicSql dynamic(SqlFragment text, List<SqlFragment> using, Namespace names) {
        return new DynamicSql(expression(text, names), expressions(using, names));
    }

    private List<ExpressionNode> expressions(List<SqlFragment> fragments, Namespace names) {
        return fragments.stream().map(fragment -> expression(fragment, names)).toList();
    }

    private static ExpressionNode expression(SqlFragment fragment, Namespace names) {
        return new ExpressionNode(fragment, names);
    }

    private IntoNode into(List<Target> targets, Namespace names) {
        if (targets.size() > 1) {
            for (Target target : targets) {
                Namespace.Found found = names.find(target.names());
                if (found != null
                        && found.used() == target.names().size()
                        && found.variable().isRow()) {
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "record variable cannot be part of multiple-item INTO list",
                            target.at());
                }
            }
        }
        return new IntoNode(
                targets.stream().map(target -> target(target, names)).toList());
    }

    private AssignNode assignment(int line, PlStatement.Assign s, Namespace names) {
        Namespace.Found found = variable(s.target(), names);
        ExpressionNode value = expression(s.value(), names);
        List<String> path = s.target().names();
        List<Target.Accessor> accessors = s.target().accessors();
        TargetNode target = place(found, path, accessors, names);
        if (accessors.stream().allMatch(accessor -> accessor instanceof Target.Field)) {
            return new AssignNode(line, target, value);
        }
        int variable = Math.min(path.size(), found.used() + (found.variable().isRow() ? 1 : 0));
        return new AssignNode(
                line,
                target,
                value,
                place(found, path.subList(0, variable), List.of(), names),
                ExpressionNode.assignment(s.text(), variable, names));
    }

    private TargetNode target(Target target, Namespace names) {
        return place(variable(target, names), target.names(), target.accessors(), names);
    }

    private static Namespace.Found variable(Target target, Namespace names) {
        Namespace.Found found = names.find(target.names());
        if (found == null) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "\"" + String.join(".", target.names()) + "\" is not a known variable",
                    target.at());
        }
        if (found.variable().constant()) {
            throw new SqlException(
                    SqlState.ERROR_IN_ASSIGNMENT,
                    "variable \"" + found.variable().name() + "\" is declared CONSTANT",
                    target.at());
        }
        return found;
    }

    private TargetNode place(
            Namespace.Found found, List<String> path, List<Target.Accessor> accessors, Namespace names) {
        List<TargetNode.StepNode> steps = new ArrayList<>();
        for (String field : path.subList(found.used(), path.size())) {
            steps.add(new TargetNode.StepNode(field, null));
        }
        for (Target.Accessor accessor : accessors) {
            steps.add(
                    switch (accessor) {
                        case Target.Field field -> new TargetNode.StepNode(field.name(), null);
                        case Target.Subscript subscript ->
                            new TargetNode.StepNode(null, expression(subscript.index(), names));
                        case Target.Slice _ -> new TargetNode.StepNode(null, null);
                    });
        }
        return new TargetNode(found.variable(), steps);
    }

    /// The variable that an expression is nothing but; null if it is more.
    private static @Nullable Variable variable(@Nullable SqlFragment fragment, Namespace names) {
        if (fragment == null || !fragment.text().matches("[A-Za-z_][A-Za-z_0-9$]*")) {
            return null;
        }
        Namespace.Found found = names.find(List.of(fragment.text().toLowerCase(Locale.ROOT)));
        return found == null ? null : found.variable();
    }
}
