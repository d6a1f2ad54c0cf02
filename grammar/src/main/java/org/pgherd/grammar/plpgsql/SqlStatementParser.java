package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.lexer.SqlToken;

/// The statements that are SQL or hold it whole: SQL with INTO, EXECUTE, PERFORM, CALL, assignments.
final class SqlStatementParser {
    private final Scanner scanner;
    private final FragmentReader fragments;
    private final IntoTargets targets;

    SqlStatementParser(Scanner scanner, FragmentReader fragments) {
        this.scanner = scanner;
        this.fragments = fragments;
        targets = new IntoTargets(scanner);
    }

    /// A statement of SQL (make_execsql_stmt).
    PlStatement sql(PlToken first) {
        if (first.type() == PlToken.WORD || first.type() == PlToken.NAME) {
            switch (scanner.peek().type()) {
                case PgSql.EQ, PgSql.COLON_EQUALS, PgSql.LB, PgSql.DOT -> throw Scanner.notVariable(first);
                default -> {}
            }
        }
        scanner.lookup = Scanner.Lookup.SQL;
        StatementEnd ends = new StatementEnd(first);
        IntoTargets.Into into = null;
        int intoStart = -1;
        int intoEnd = -1;
        PlToken before = first;
        PlToken token;
        int end = first.at().end();
        while (true) {
            token = scanner.next();
            if (into != null && intoEnd < 0) {
                intoEnd = token.at().start();
            }
            if (ends.isEnd(token)) {
                break;
            }
            if (token.type() == PgSql.EOF) {
                throw scanner.complain("unexpected end of function definition", token);
            }
            end = token.at().end();
            if (token.isReserved("into") && takesTargets(first, before)) {
                if (into != null) {
                    throw scanner.complain("INTO specified more than once", token);
                }
                intoStart = token.at().start();
                scanner.lookup = Scanner.Lookup.NORMAL;
                into = targets.into();
                scanner.lookup = Scanner.Lookup.SQL;
            }
            before = token;
        }
        scanner.lookup = Scanner.Lookup.NORMAL;
        int start = first.at().start();
        int line = scanner.line(first);
        if (into == null) {
            SqlFragment statement =
                    fragments.statementAt(new Position(start, end), token.at().start());
            return new PlStatement.Sql(statement, null, false, line);
        }
        Position blank = new Position(intoStart, intoEnd);
        SqlFragment statement = fragments.statementWithout(
                new Position(start, Math.max(end, intoEnd)), blank, token.at().start());
        return new PlStatement.Sql(statement, into.targets(), into.strict(), line);
    }

    /// INSERT INTO, MERGE INTO and IMPORT ... INTO are SQL's own.
    private static boolean takesTargets(PlToken first, PlToken before) {
        return !before.isKeyword("insert") && !before.isKeyword("merge") && !first.isKeyword("import");
    }

    /// Where a statement ends: at a semicolon outside of parentheses and of the body of a routine it creates.
    private static final class StatementEnd {
        private final StringBuilder head = new StringBuilder();
        private boolean routine;
        private int parentheses;
        private int blocks;

        StatementEnd(PlToken first) {
            head.append(first.type() == PlToken.WORD && first.word().equals("create") ? 'c' : ' ');
        }

        boolean isEnd(PlToken token) {
            if (head.charAt(0) == 'c' && head.length() < 4) {
                head.append(
                        switch (token.word()) {
                            case "or" -> 'o';
                            case "replace" -> 'r';
                            case "function", "procedure" -> 'f';
                            default -> ' ';
                        });
                routine |= head.toString().equals("cf") || head.toString().equals("corf");
            }
            switch (token.type()) {
                case PgSql.LP -> parentheses++;
                case PgSql.RP -> parentheses = Math.max(0, parentheses - 1);
                case PlToken.RESERVED -> {
                    if (routine && parentheses == 0) {
                        block(token.word());
                    }
                }
                default -> {}
            }
            return token.type() == PgSql.SEMI && parentheses == 0 && blocks == 0;
        }

        private void block(String word) {
            if (word.equals("begin") || word.equals("case")) {
                blocks++;
            } else if (word.equals("end") && blocks > 0) {
                blocks--;
            }
        }
    }

    PlStatement perform(PlToken first) {
        scanner.back(first);
        Position whole = fragments.range(false, ";", ";");
        return new PlStatement.Perform(
                fragments.performed(first.at(), behind(first.at().end(), whole)), scanner.line(first));
    }

    /// What follows `start` up to the end of `whole`: maybe nothing, which PostgreSQL leaves to the run to refuse.
    private Position behind(int start, Position whole) {
        String body = scanner.tokens.text;
        int at = start;
        while (at < whole.end() && Character.isWhitespace(body.charAt(at))) {
            at++;
        }
        return new Position(at, whole.end());
    }

    PlStatement call(PlToken first) {
        scanner.back(first);
        return new PlStatement.Call(fragments.statement(), first.word().equals("call"), scanner.line(first));
    }

    PlStatement execute(int line) {
        SqlFragment statement = fragments.dynamic("INTO or USING or ;", "into", "using", ";");
        IntoTargets.@Nullable Into into = null;
        List<SqlFragment> using = List.of();
        PlToken end = fragments.end();
        while (end.type() != PgSql.SEMI) {
            if (end.isReserved("into") && into == null) {
                into = targets.into();
                end = scanner.next();
            } else if (end.isReserved("using") && using.isEmpty()) {
                using = fragments.list(", or ; or INTO", ";", "into");
                end = fragments.end();
            } else {
                throw scanner.unexpected(end);
            }
        }
        return new PlStatement.Execute(
                statement, using, into == null ? null : into.targets(), into != null && into.strict(), line);
    }

    // ------------------------------------------------------------------ assignments

    PlStatement assignment(PlToken first) {
        scanner.checkAssignable(first);
        scanner.back(first);
        Position whole = fragments.range(false, ";", ";");
        int line = scanner.line(first);
        PlToken end = fragments.end();
        scanner.rewind(first);
        BodyTokens tokens = scanner.tokens;
        Node tree = fragments.assignmentTree(whole, first.names().size());
        Target target = target(first);
        if (!tokens.is(0, PgSql.COLON_EQUALS) && !tokens.is(0, PgSql.EQ)) {
            throw scanner.unexpected(scanner.next());
        }
        int operatorEnd = tokens.take().end();
        SqlFragment value = fragments.keep(SqlFragment.Kind.EXPRESSION, behind(operatorEnd, whole), tree);
        scanner.rewind(end);
        scanner.next();
        return new PlStatement.Assign(target, value, fragments.text(whole), line);
    }

    /// The names of a variable and the fields and elements of it.
    private Target target(PlToken first) {
        BodyTokens tokens = scanner.tokens;
        tokens.at += first.names().size() * 2 - 1;
        List<String> names = new ArrayList<>(first.names());
        List<Target.Accessor> accessors = new ArrayList<>();
        while (true) {
            if (tokens.is(0, PgSql.DOT)) {
                tokens.at++;
                SqlToken field = tokens.take();
                if (accessors.isEmpty()) {
                    names.add(field.value());
                } else {
                    accessors.add(new Target.Field(field.value()));
                }
            } else if (tokens.is(0, PgSql.LB)) {
                tokens.at++;
                accessors.add(subscript());
            } else {
                return new Target(names, accessors, first.at());
            }
        }
    }

    private Target.Accessor subscript() {
        BodyTokens tokens = scanner.tokens;
        SqlFragment lower = tokens.is(0, PgSql.COLON) ? null : index();
        if (tokens.take().getType() == PgSql.RB) {
            if (lower == null) {
                throw new AssertionError("a colon was read");
            }
            return new Target.Subscript(lower);
        }
        SqlFragment upper = tokens.is(0, PgSql.RB) ? null : index();
        tokens.take();
        return new Target.Slice(lower, upper);
    }

    /// An expression up to `]` or `:`.
    private SqlFragment index() {
        BodyTokens tokens = scanner.tokens;
        int start = tokens.peek(0).start();
        int end = start;
        int depth = 0;
        while (true) {
            SqlToken token = tokens.peek(0);
            switch (token.getType()) {
                case PgSql.LP, PgSql.LB -> depth++;
                case PgSql.RP, PgSql.RB, PgSql.COLON -> {
                    if (depth == 0) {
                        if (end == start) {
                            throw scanner.unexpected(scanner.next());
                        }
                        return fragments.expressionAt(new Position(start, end));
                    }
                    depth -= token.getType() == PgSql.COLON ? 0 : 1;
                }
                case PgSql.SEMI, PgSql.EOF -> throw scanner.unexpected(scanner.next());
                default -> {}
            }
            end = token.end();
            tokens.at++;
        }
    }
}
