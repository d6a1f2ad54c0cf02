package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;

/// Parses a body as src/pl/plpgsql/src/pl_gram.y does, by recursive descent. Positions are offsets in the body.
/// What needs a catalog (whether a type, table or collation exists) is not looked at.
public final class PlpgsqlParser {
    private final Scanner scanner;
    private final FragmentReader fragments;
    private final DeclarationParser declarations;
    private final LoopParser loops;
    private final ReturnParser returns;
    private final RaiseParser raises;
    private final CursorParser cursors;
    private final SqlStatementParser statements;
    private final DiagnosticsParser diagnostics;

    private PlpgsqlParser(String body, @Nullable RoutineHead head, boolean checks) {
        scanner = new Scanner(body, head == null);
        fragments = new FragmentReader(scanner, checks);
        declarations = new DeclarationParser(scanner, fragments);
        cursors = new CursorParser(scanner, fragments);
        loops = new LoopParser(this, scanner, fragments, cursors);
        returns = new ReturnParser(scanner, fragments, head);
        raises = new RaiseParser(scanner, fragments);
        statements = new SqlStatementParser(scanner, fragments);
        diagnostics = new DiagnosticsParser(scanner);
        if (head == null) {
            scanner.names.push(null, Namespace.LevelKind.BLOCK);
        } else {
            head.declare(scanner.names);
        }
    }

    /// For use: what PostgreSQL leaves to the run, as the syntax of the SQL inside, is not looked at; names that are
    /// not declared are taken for parameters.
    public static PlBody parse(String body) {
        return new PlpgsqlParser(body, null, false).body();
    }

    /// As CREATE FUNCTION and DO check it: the SQL inside is parsed too.
    ///
    /// @param head null if only the body is known: then names that are not declared are taken for parameters, and
    /// RETURN may have a value or not
    public static PlBody validate(String body, @Nullable RoutineHead head) {
        if (head != null) {
            head.check();
        }
        return new PlpgsqlParser(body, head, true).body();
    }

    private PlBody body() {
        try {
            Options options = options();
            String label = label();
            PlToken token = scanner.peek();
            if (!token.isReserved("declare") && !token.isReserved("begin")) {
                throw scanner.unexpected(scanner.next());
            }
            PlStatement.Block block = block(label);
            scanner.accept(PgSql.SEMI);
            scanner.expect(PgSql.EOF);
            return new PlBody(scanner.tokens.text, options.conflict, options.printStrict, block, fragments.found);
        } catch (StackOverflowError e) {
            throw new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
        }
    }

    /// What # options say.
    private static final class Options {
        @Nullable
        String conflict;

        @Nullable
        Boolean printStrict;
    }

    private Options options() {
        Options options = new Options();
        while (scanner.accept(PlToken.HASH)) {
            PlToken option = scanner.next();
            switch (option.type() == PlToken.KEYWORD ? option.word() : "") {
                case "option" -> scanner.expect("dump");
                case "print_strict_params" -> {
                    PlToken value = scanner.next();
                    if (value.type() != PlToken.WORD && value.type() != PlToken.KEYWORD) {
                        throw scanner.unexpected(value);
                    }
                    options.printStrict = switch (value.word()) {
                        case "on" -> true;
                        case "off" -> false;
                        default ->
                            throw new SqlException(
                                    SqlState.INTERNAL_ERROR, "unrecognized print_strict_params option " + value.word());
                    };
                }
                case "variable_conflict" -> {
                    PlToken value = scanner.next();
                    options.conflict = switch (value.type() == PlToken.KEYWORD ? value.word() : "") {
                        case "error", "use_variable", "use_column" -> value.word();
                        default -> throw scanner.unexpected(value);
                    };
                }
                default -> throw scanner.unexpected(option);
            }
        }
        return options;
    }

    private @Nullable String label() {
        if (!scanner.accept(PlToken.LABEL_OPEN)) {
            return null;
        }
        String label = scanner.anyIdentifier().word();
        scanner.expect(PlToken.LABEL_CLOSE);
        return label;
    }

    private PlStatement.Block block(@Nullable String label) {
        scanner.names.push(label, Namespace.LevelKind.BLOCK);
        List<Declaration> declared = scanner.accept("declare") ? declarations.section() : List.of();
        int line = scanner.line(scanner.expect("begin"));
        List<PlStatement> body = statements();
        List<PlStatement.Handler> handlers = null;
        if (scanner.accept("exception")) {
            scanner.names.add("sqlstate", Variable.constant("sqlstate", Variable.Kind.SCALAR));
            scanner.names.add("sqlerrm", Variable.constant("sqlerrm", Variable.Kind.SCALAR));
            handlers = new ArrayList<>();
            do {
                handlers.add(handler());
            } while (scanner.peek().isReserved("when"));
        }
        scanner.expect("end");
        endLabel(label);
        scanner.names.pop();
        return new PlStatement.Block(label, declared, body, handlers, line);
    }

    void endLabel(@Nullable String label) {
        PlToken token = scanner.peek();
        if (token.type() == PgSql.SEMI || token.type() == PgSql.EOF) {
            return;
        }
        String end = scanner.anyIdentifier().word();
        if (label == null) {
            throw Scanner.error("end label \"" + end + "\" specified for unlabeled block", token);
        }
        if (!label.equals(end)) {
            throw Scanner.error("end label \"" + end + "\" differs from block's label \"" + label + "\"", token);
        }
    }

    private PlStatement.Handler handler() {
        int line = scanner.line(scanner.expect("when"));
        List<PlStatement.Condition> conditions = new ArrayList<>();
        do {
            conditions.add(raises.handled());
        } while (scanner.accept("or"));
        scanner.expect("then");
        return new PlStatement.Handler(conditions, statements(), line);
    }

    /// Statements up to a word that cannot begin one.
    List<PlStatement> statements() {
        List<PlStatement> list = new ArrayList<>();
        while (true) {
            PlToken token = scanner.next();
            boolean ends = switch (token.type()) {
                case PlToken.RESERVED ->
                    switch (token.word()) {
                        case "end", "else", "when" -> true;
                        default -> false;
                    };
                case PlToken.KEYWORD ->
                    switch (token.word()) {
                        case "exception", "elsif", "elseif" -> true;
                        default -> false;
                    };
                default -> false;
            };
            if (ends) {
                scanner.back(token);
                return list;
            }
            list.add(statement(token));
        }
    }

    private PlStatement statement(PlToken first) {
        int line = scanner.line(first);
        return switch (first.type()) {
            case PlToken.VARIABLE -> statements.assignment(first);
            case PlToken.LABEL_OPEN -> {
                scanner.back(first);
                String label = label();
                yield labelled(label, scanner.next());
            }
            case PlToken.RESERVED ->
                switch (first.word()) {
                    case "if" -> ifStatement(line);
                    case "case" -> caseStatement(line);
                    case "execute" -> statements.execute(line);
                    case "null" -> {
                        scanner.expect(PgSql.SEMI);
                        yield new PlStatement.NullStatement(line);
                    }
                    default -> labelled(null, first);
                };
            case PlToken.KEYWORD -> keyword(first, line);
            case PlToken.WORD, PlToken.NAME -> statements.sql(first);
            default -> throw scanner.unexpected(first);
        };
    }

    private PlStatement keyword(PlToken first, int line) {
        return switch (first.word()) {
            case "exit", "continue" -> exit(first);
            case "return" -> returns.returning(first);
            case "raise" -> raises.raise(line);
            case "assert" -> assertion(line);
            case "perform" -> statements.perform(first);
            case "call", "do" -> statements.call(first);
            case "get" -> diagnostics.get(first);
            case "open" -> cursors.open(line);
            case "fetch" -> cursors.fetch(first, false);
            case "move" -> cursors.fetch(first, true);
            case "close" -> cursors.close(line);
            case "commit", "rollback" -> endTransaction(first);
            case "import", "insert", "merge" -> statements.sql(first);
            default -> throw scanner.unexpected(first);
        };
    }

    private PlStatement labelled(@Nullable String label, PlToken first) {
        int line = scanner.line(first);
        return switch (first.type() == PlToken.RESERVED ? first.word() : "") {
            case "declare", "begin" -> {
                scanner.back(first);
                PlStatement.Block made = block(label);
                scanner.expect(PgSql.SEMI);
                yield made;
            }
            case "loop", "while", "for", "foreach" -> loops.loop(label, first, line);
            default -> throw scanner.unexpected(first);
        };
    }

    private PlStatement ifStatement(int line) {
        List<PlStatement.Branch> branches = new ArrayList<>();
        branches.add(branch(line));
        while (scanner.peek().isKeyword("elsif") || scanner.peek().isKeyword("elseif")) {
            branches.add(branch(scanner.line(scanner.next())));
        }
        List<PlStatement> otherwise = scanner.accept("else") ? statements() : null;
        scanner.expect("end");
        scanner.expect("if");
        scanner.expect(PgSql.SEMI);
        return new PlStatement.If(branches, otherwise, line);
    }

    private PlStatement.Branch branch(int line) {
        SqlFragment condition = fragments.expression("THEN", "then");
        return new PlStatement.Branch(condition, statements(), line);
    }

    private PlStatement caseStatement(int line) {
        SqlFragment value = null;
        if (!scanner.accept("when")) {
            value = fragments.expression("WHEN", "when");
        }
        List<PlStatement.Branch> branches = new ArrayList<>();
        PlToken when = value == null ? null : fragments.end();
        do {
            branches.add(branch(when == null ? line : scanner.line(when)));
            when = scanner.peek();
        } while (scanner.accept("when"));
        List<PlStatement> otherwise = scanner.accept("else") ? statements() : null;
        scanner.expect("end");
        scanner.expect("case");
        scanner.expect(PgSql.SEMI);
        return new PlStatement.Case(value, branches, otherwise, line);
    }

    private PlStatement exit(PlToken first) {
        boolean next = first.word().equals("continue");
        PlToken at = first;
        String label = null;
        SqlFragment condition = null;
        if (scanner.peek().type() != PgSql.SEMI && !scanner.peek().isReserved("when")) {
            at = scanner.anyIdentifier();
            label = at.word();
        }
        if (!scanner.accept(PgSql.SEMI)) {
            scanner.expect("when");
            condition = fragments.expression(";", ";");
        }
        checkLabel(label, next, at);
        return new PlStatement.Exit(next, label, condition, at.at(), scanner.line(first));
    }

    private void checkLabel(@Nullable String label, boolean next, PlToken at) {
        if (label == null) {
            if (!scanner.names.isInLoop()) {
                throw Scanner.error(
                        next
                                ? "CONTINUE cannot be used outside a loop"
                                : "EXIT cannot be used outside a loop, unless it has a label",
                        at);
            }
            return;
        }
        Namespace.LevelKind found = scanner.names.label(label);
        if (found == null) {
            throw Scanner.error(
                    "there is no label \"" + label + "\" attached to any block or loop enclosing this statement", at);
        }
        if (next && found != Namespace.LevelKind.LOOP) {
            throw Scanner.error("block label \"" + label + "\" cannot be used in CONTINUE", at);
        }
    }

    private PlStatement assertion(int line) {
        SqlFragment condition = fragments.expression(", or ;", ",", ";");
        SqlFragment message = fragments.endedWith(",") ? fragments.expression(";", ";") : null;
        return new PlStatement.Assert(condition, message, line);
    }

    private PlStatement endTransaction(PlToken first) {
        boolean chain = false;
        if (scanner.accept("and")) {
            chain = !scanner.accept("no");
            scanner.expect("chain");
        }
        scanner.expect(PgSql.SEMI);
        return new PlStatement.EndTransaction(first.word().equals("commit"), chain, scanner.line(first));
    }
}
