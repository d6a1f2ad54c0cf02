package org.pgherd.grammar.plpgsql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.antlr.PgSql;

/// LOOP, WHILE, FOR and FOREACH.
final class LoopParser {
    /// Words that begin a query before a parenthesis.
    private static final Set<String> STATEMENTS = Set.of("select", "values", "with", "table", "explain");

    private final PlpgsqlParser blocks;
    private final Scanner scanner;
    private final FragmentReader fragments;
    private final CursorParser cursors;

    LoopParser(PlpgsqlParser blocks, Scanner scanner, FragmentReader fragments, CursorParser cursors) {
        this.blocks = blocks;
        this.scanner = scanner;
        this.fragments = fragments;
        this.cursors = cursors;
    }

    PlStatement loop(@Nullable String label, PlToken first, int line) {
        scanner.names.push(label, Namespace.LevelKind.LOOP);
        PlStatement made = switch (first.word()) {
            case "loop" -> new PlStatement.Loop(label, body(label), line);
            case "while" -> {
                SqlFragment condition = fragments.expression("LOOP", "loop");
                yield new PlStatement.While(label, condition, body(label), line);
            }
            case "for" -> forLoop(label, line);
            default -> forEach(label, line);
        };
        scanner.names.pop();
        return made;
    }

    /// What follows the word LOOP.
    private List<PlStatement> body(@Nullable String label) {
        List<PlStatement> body = blocks.statements();
        scanner.expect("end");
        scanner.expect("loop");
        PlToken end = scanner.peek();
        if (end.type() != PgSql.SEMI) {
            // PostgreSQL reads on to the semicolon before it compares the labels
            scanner.anyIdentifier();
            scanner.expect(PgSql.SEMI);
            scanner.rewind(end);
        }
        blocks.endLabel(label);
        scanner.expect(PgSql.SEMI);
        return body;
    }

    /// The variables of a loop: a word that may name a new variable, a record, or scalars.
    ///
    /// @param known false for a word that is no variable
    private record LoopVariables(PlToken first, boolean known, List<Target> targets) {
        boolean isList() {
            return targets.size() > 1;
        }
    }

    private LoopVariables variables() {
        PlToken first = scanner.next();
        switch (first.type()) {
            case PlToken.VARIABLE -> {
                if (first.known().isRecord()) {
                    return new LoopVariables(first, true, List.of(target(first)));
                }
                return new LoopVariables(
                        first,
                        true,
                        scanner.peek().type() == PgSql.COMMA ? cursors.scalars(first) : List.of(target(first)));
            }
            case PlToken.WORD, PlToken.KEYWORD -> {
                PlToken variable = scanner.lenient ? scanner.asVariable(first) : null;
                if (variable != null) {
                    return new LoopVariables(
                            variable,
                            true,
                            scanner.peek().type() == PgSql.COMMA
                                    ? cursors.scalars(variable)
                                    : List.of(target(variable)));
                }
                if (first.type() == PlToken.KEYWORD) {
                    throw scanner.unexpected(first);
                }
                if (scanner.peek().type() == PgSql.COMMA) {
                    throw Scanner.notVariable(first);
                }
                return new LoopVariables(first, false, List.of(target(first)));
            }
            case PlToken.NAME -> throw Scanner.notVariable(first);
            default -> throw scanner.unexpected(first);
        }
    }

    private static Target target(PlToken token) {
        return new Target(token.names(), List.of(), token.at());
    }

    /// The name of a loop's own variable.
    private static String own(LoopVariables variables) {
        return variables.first().dotted();
    }

    private List<Target> rows(
            LoopVariables variables, java.util.function.BiFunction<String, PlToken, SqlException> as) {
        if (!variables.known()) {
            throw as.apply(
                    "loop variable of loop over rows must be a record variable or list of scalar variables",
                    variables.first());
        }
        scanner.checkAssignable(variables.first());
        return variables.targets();
    }

    private PlStatement forLoop(@Nullable String label, int line) {
        LoopVariables variables = variables();
        scanner.expect("in");
        PlToken token = scanner.next();
        if (token.isReserved("execute")) {
            SqlFragment query = fragments.dynamic("LOOP or USING", "loop", "using");
            List<Target> targets = rows(variables, Scanner::mismatch);
            List<SqlFragment> using = fragments.endedWith("using") ? fragments.list(", or LOOP", "loop") : List.of();
            return new PlStatement.ForDynamic(label, targets, query, using, body(label), line);
        }
        PlToken cursor = cursor(token);
        if (cursor != null) {
            return cursorLoop(label, line, variables, cursor);
        }
        boolean reverse = token.isKeyword("reverse");
        if (!reverse) {
            scanner.back(token);
        }
        Position first = fragments.range(true, "LOOP", "..", "loop");
        if (fragments.endedWith("..")) {
            return integerLoop(label, line, variables, reverse, first);
        }
        if (reverse) {
            throw Scanner.error("cannot specify REVERSE in query FOR loop", token);
        }
        SqlFragment query = fragments.statementAt(first, first.end());
        return new PlStatement.ForQuery(label, rows(variables, Scanner::error), query, body(label), line);
    }

    /// The cursor of a loop, if the token is one.
    private @Nullable PlToken cursor(PlToken token) {
        if (token.type() == PlToken.VARIABLE && token.known().kind() == Variable.Kind.CURSOR) {
            return token;
        }
        PlToken variable = scanner.asVariable(token);
        if (variable == null || variable.known().kind() != Variable.Kind.UNKNOWN) {
            return null;
        }
        // it may be a cursor, or begin an integer loop or a query
        BodyTokens tokens = scanner.tokens;
        boolean alone = tokens.is(0, PgSql.IDENT) && tokens.peek(0).value().equals("loop");
        boolean called =
                scanner.lenient && tokens.is(0, PgSql.LP) && !STATEMENTS.contains(token.word()) && !tokens.hasRange();
        return alone || called ? variable : null;
    }

    private PlStatement cursorLoop(@Nullable String label, int line, LoopVariables variables, PlToken cursor) {
        if (variables.isList()) {
            throw Scanner.error("cursor FOR loop must have only one target variable", variables.first());
        }
        Variable known = cursor.known();
        if (known.kind() == Variable.Kind.CURSOR && known.cursor() == null) {
            throw Scanner.error("cursor FOR loop must use a bound cursor variable", cursor);
        }
        List<PlStatement.Argument> arguments = cursors.arguments(known, "loop");
        String name = own(variables);
        scanner.names.add(name, Variable.of(name, Variable.Kind.RECORD));
        return new PlStatement.ForCursor(label, name, target(cursor), arguments, body(label), line);
    }

    private PlStatement integerLoop(
            @Nullable String label, int line, LoopVariables variables, boolean reverse, Position first) {
        SqlFragment lower = fragments.expressionAt(first);
        SqlFragment upper = fragments.expression("LOOP", "loop", "by");
        SqlFragment step = fragments.endedWith("by") ? fragments.expression("LOOP", "loop") : null;
        if (variables.isList()) {
            throw Scanner.error("integer FOR loop must have only one target variable", variables.first());
        }
        String name = own(variables);
        scanner.names.add(name, Variable.of(name, Variable.Kind.SCALAR));
        return new PlStatement.ForInteger(label, name, reverse, lower, upper, step, body(label), line);
    }

    private PlStatement forEach(@Nullable String label, int line) {
        LoopVariables variables = variables();
        int slice = 0;
        if (scanner.peek().isKeyword("slice")) {
            scanner.next();
            PlToken token = scanner.expect(PgSql.ICONST);
            slice = scanner.tokens.intAt(token);
        }
        scanner.expect("in");
        PlToken array = scanner.next();
        if (!array.isKeyword("array")) {
            throw scanner.unexpected(array);
        }
        SqlFragment value = fragments.expression("LOOP", "loop");
        List<PlStatement> body = body(label);
        if (!variables.known()) {
            throw Scanner.error(
                    "loop variable of FOREACH must be a known variable or list of variables", variables.first());
        }
        scanner.checkAssignable(variables.first());
        return new PlStatement.ForEach(label, variables.targets(), slice, value, body, line);
    }
}
