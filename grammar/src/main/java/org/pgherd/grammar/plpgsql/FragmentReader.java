package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.lexer.SqlLexer;

/// Cuts the SQL out of a body, from a token up to its terminator outside of parentheses, and has it parsed if the
/// body is validated. Transplants read_sql_construct and check_sql_expr of pl_gram.y.
final class FragmentReader {
    private final Scanner scanner;
    private final String body;
    private final boolean checks;
    final List<SqlFragment> found = new ArrayList<>();

    /// The token that ended the last fragment.
    private @Nullable PlToken end;

    FragmentReader(Scanner scanner, boolean checks) {
        this.scanner = scanner;
        body = scanner.tokens.text;
        this.checks = checks;
    }

    /// An expression up to one of the terminators, which is read too: see [#end].
    ///
    /// @param expected the terminators as an error names them
    /// @param until reserved words, and the signs `;` `,` `)` `..`
    SqlFragment expression(String expected, String... until) {
        return expression(SqlFragment.Kind.EXPRESSION, expected, until);
    }

    /// An expression that gives the text of a statement.
    SqlFragment dynamic(String expected, String... until) {
        return expression(SqlFragment.Kind.DYNAMIC, expected, until);
    }

    private SqlFragment expression(SqlFragment.Kind kind, String expected, String... until) {
        Position at = range(true, expected, until);
        return keep(kind, at, checks ? expressionTree(at) : null);
    }

    /// A statement up to its semicolon.
    SqlFragment statement() {
        Position at = range(false, ";", ";");
        return keep(SqlFragment.Kind.STATEMENT, at, checks ? statementTree(body, at) : null);
    }

    /// The token that ended what was read last.
    PlToken end() {
        PlToken token = end;
        if (token == null) {
            throw new AssertionError("nothing was read");
        }
        return token;
    }

    boolean endedWith(String sign) {
        return sign(end()).equals(sign);
    }

    /// Moves behind the terminator and gives the range before it.
    Position range(boolean isExpression, String expected, String... until) {
        Scanner.Lookup before = scanner.lookup;
        scanner.lookup = Scanner.Lookup.SQL;
        List<String> terminators = Arrays.asList(until);
        int depth = 0;
        int from = -1;
        int to = -1;
        while (true) {
            PlToken token = scanner.next();
            if (from < 0) {
                from = token.at().start();
            }
            // PostgreSQL takes the end of the body for the terminator that is not given when there are three to give;
            // whoever reads on complains then, after the SQL was looked at
            boolean atEnd = token.type() == PgSql.EOF && terminators.size() < 3;
            if (depth == 0 && (atEnd || terminators.contains(sign(token)))) {
                end = token;
                break;
            }
            switch (token.type()) {
                case PgSql.LP, PgSql.LB -> depth++;
                case PgSql.RP, PgSql.RB -> {
                    depth--;
                    if (depth < 0) {
                        throw scanner.complain("mismatched parentheses", token);
                    }
                }
                case PgSql.SEMI, PgSql.EOF -> {
                    if (depth != 0) {
                        throw scanner.complain("mismatched parentheses", token);
                    }
                    throw Scanner.error(
                            "missing \"" + expected + "\" at end of SQL " + (isExpression ? "expression" : "statement"),
                            token);
                }
                default -> {}
            }
            to = token.at().end();
        }
        scanner.lookup = before;
        if (from >= to) {
            throw scanner.complain(isExpression ? "missing expression" : "missing SQL statement", end());
        }
        return new Position(from, to);
    }

    /// What a token is called among terminators.
    private static String sign(PlToken token) {
        return switch (token.type()) {
            case PlToken.RESERVED -> token.word();
            case PgSql.SEMI -> ";";
            case PgSql.COMMA -> ",";
            case PgSql.RP -> ")";
            case PgSql.DOT_DOT -> "..";
            default -> "";
        };
    }

    /// Expressions between commas, up to one of the terminators.
    List<SqlFragment> list(String expected, String... until) {
        String[] all = Arrays.copyOf(until, until.length + 1);
        all[until.length] = ",";
        List<SqlFragment> list = new ArrayList<>();
        do {
            list.add(expression(expected, all));
        } while (endedWith(","));
        return list;
    }

    // ------------------------------------------------------------------ what was found

    SqlFragment keep(SqlFragment.Kind kind, Position at, @Nullable Node tree) {
        return keep(kind, body.substring(at.start(), at.end()), at, tree);
    }

    private SqlFragment keep(SqlFragment.Kind kind, String text, Position at, @Nullable Node tree) {
        SqlFragment fragment = new SqlFragment(kind, text, at, scanner.tokens.line(at.start()), tree);
        found.add(fragment);
        return fragment;
    }

    SqlFragment expressionAt(Position at) {
        return keep(SqlFragment.Kind.EXPRESSION, at, checks ? expressionTree(at) : null);
    }

    /// @param terminator where the semicolon stands: comments before it belong to what is parsed
    SqlFragment statementAt(Position at, int terminator) {
        return keep(
                SqlFragment.Kind.STATEMENT,
                at,
                checks ? statementTree(body, trimmed(body, at.start(), terminator)) : null);
    }

    private static Position trimmed(String source, int start, int end) {
        int to = end;
        while (to > start && SqlLexer.isSpace(source.charAt(to - 1))) {
            to--;
        }
        return new Position(start, to);
    }

    /// A statement with `blank` blanked out.
    SqlFragment statementWithout(Position at, Position blank, int terminator) {
        String source = body.substring(0, blank.start())
                + " ".repeat(blank.end() - blank.start())
                + body.substring(blank.end());
        return keep(
                SqlFragment.Kind.STATEMENT,
                source.substring(at.start(), at.end()),
                at,
                checks ? statementTree(source, trimmed(source, at.start(), terminator)) : null);
    }

    /// The expressions of PERFORM, which are a SELECT in all but its first word.
    ///
    /// @param perform where that word stands
    SqlFragment performed(Position perform, Position at) {
        Node tree = null;
        if (checks) {
            String source = body.substring(0, perform.start()) + " SELECT" + body.substring(perform.end());
            tree = statementTree(source, new Position(perform.start() + 1, at.end()));
        }
        return keep(SqlFragment.Kind.EXPRESSION, at, tree);
    }

    String text(Position at) {
        return body.substring(at.start(), at.end());
    }

    /// An assignment parsed, if the body is validated.
    ///
    /// @param names how many leading names name the variable
    @Nullable
    Node assignmentTree(Position whole, int names) {
        return checks ? located(whole, () -> SqlParser.parseAssignment(body, whole.start(), whole.end(), names)) : null;
    }

    void checkTypeName(Position at) {
        if (checks) {
            var _ = located(at, () -> SqlParser.parseTypeName(body, at.start(), at.end()));
        }
    }

    private Node expressionTree(Position at) {
        return located(at, () -> SqlParser.parsePlExpression(body, at.start(), at.end()));
    }

    private static @Nullable Node statementTree(String source, Position at) {
        List<RawStmt> statements = located(at, () -> SqlParser.parse(source, at.start(), at.end()));
        return statements.isEmpty() ? null : statements.getFirst().stmt();
    }

    private interface Parse<T> {
        T run();
    }

    /// An error without a place gets that of the SQL.
    private static <T> T located(Position at, Parse<T> parse) {
        try {
            return parse.run();
        } catch (SqlException e) {
            throw e.withAt(at);
        }
    }
}
