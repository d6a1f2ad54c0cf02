package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlToken;

/// The statements around SQL: statements with INTO, EXECUTE, PERFORM, CALL, cursors, GET DIAGNOSTICS.
final class RowStatements {
    private static final long ALL = Long.MAX_VALUE;
    private final BodyTokens tokens;
    private final FragmentReader fragments;

    RowStatements(BodyTokens tokens, FragmentReader fragments) {
        this.tokens = tokens;
        this.fragments = fragments;
    }

    PlStatement statement(int line) {
        return switch (tokens.word(0)) {
            case "perform" -> {
                tokens.at++;
                SqlFragment expression = fragments.expression(";");
                tokens.expect(PgSql.SEMI);
                yield new PlStatement.Perform(expression, line);
            }
            case "call", "do" -> {
                boolean call = tokens.isWord("call");
                SqlFragment statement = fragments.query(";");
                tokens.expect(PgSql.SEMI);
                yield new PlStatement.Call(statement, call, line);
            }
            case "execute" -> execute(line);
            case "open" -> open(line);
            case "fetch" -> fetch(line, false);
            case "move" -> fetch(line, true);
            case "close" -> {
                tokens.at++;
                Target cursor = fragments.target();
                tokens.expect(PgSql.SEMI);
                yield new PlStatement.Close(cursor, line);
            }
            case "get" -> diagnostics(line);
            default -> sql(line);
        };
    }

    private PlStatement sql(int line) {
        SqlToken first = tokens.peek();
        if (!BodyTokens.isName(first) && first.getType() != PgSql.LP) {
            throw tokens.unexpected();
        }
        String command = tokens.word(0);
        int start = first.start();
        int end = first.end();
        int depth = 0;
        int blocks = 0;
        int intoStart = -1;
        int intoEnd = -1;
        List<Target> into = null;
        boolean strict = false;
        String previous = "";
        while (true) {
            SqlToken token = tokens.peek();
            int type = token.getType();
            String word = tokens.word(0);
            if (type == PgSql.EOF) {
                throw tokens.unexpected();
            }
            if (type == PgSql.SEMI && depth == 0 && blocks == 0) {
                break;
            }
            depth += type == PgSql.LP || type == PgSql.LB ? 1 : type == PgSql.RP || type == PgSql.RB ? -1 : 0;
            if (depth < 0) {
                throw BodyTokens.error("mismatched parentheses", token.at());
            }
            if (command.equals("create")) {
                blocks += word.equals("atomic") || word.equals("case") && blocks > 0
                        ? 1
                        : word.equals("end") && blocks > 0 ? -1 : 0;
            }
            boolean takesInto = word.equals("into")
                    && !previous.equals("insert")
                    && !previous.equals("merge")
                    && !command.equals("import");
            if (takesInto) {
                if (into != null) {
                    throw BodyTokens.error("INTO specified more than once", token.at());
                }
                intoStart = token.start();
                tokens.at++;
                strict = tokens.takeWord("strict");
                into = fragments.targets();
                intoEnd = tokens.peek(-1).end();
                end = intoEnd;
                previous = "";
                continue;
            }
            previous = word;
            end = token.end();
            tokens.at++;
        }
        tokens.expect(PgSql.SEMI);
        SqlFragment statement = into == null
                ? fragments.make(SqlFragment.Kind.STATEMENT, start, end)
                : fragments.without(start, end, intoStart, intoEnd);
        return new PlStatement.Sql(statement, into, strict, line);
    }

    private PlStatement execute(int line) {
        tokens.at++;
        SqlFragment statement = fragments.dynamic("into", "using", ";");
        List<Target> into = null;
        boolean strict = false;
        List<SqlFragment> using = List.of();
        while (!tokens.is(0, PgSql.SEMI)) {
            if (tokens.isWord("into") && into == null) {
                tokens.at++;
                strict = tokens.takeWord("strict");
                into = fragments.targets();
            } else if (tokens.isWord("using") && using.isEmpty()) {
                tokens.at++;
                using = fragments.list("into", ";");
            } else {
                throw tokens.unexpected();
            }
        }
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Execute(statement, using, into, strict, line);
    }

    private PlStatement open(int line) {
        tokens.at++;
        Target cursor = fragments.target();
        Boolean scroll = null;
        if (tokens.takeWord("no")) {
            tokens.expectWord("scroll");
            scroll = false;
        } else if (tokens.takeWord("scroll")) {
            scroll = true;
        }
        if (!tokens.takeWord("for")) {
            List<PlStatement.Argument> arguments = arguments();
            tokens.expect(PgSql.SEMI);
            return new PlStatement.Open(cursor, arguments, scroll, null, false, List.of(), line);
        }
        if (tokens.takeWord("execute")) {
            SqlFragment query = fragments.dynamic("using", ";");
            List<SqlFragment> using = tokens.takeWord("using") ? fragments.list(";") : List.of();
            tokens.expect(PgSql.SEMI);
            return new PlStatement.Open(cursor, List.of(), scroll, query, true, using, line);
        }
        SqlFragment query = fragments.query(";");
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Open(cursor, List.of(), scroll, query, false, List.of(), line);
    }

    /// `(a, name := b)`, maybe missing.
    List<PlStatement.Argument> arguments() {
        List<PlStatement.Argument> list = new ArrayList<>();
        if (!tokens.takeType(PgSql.LP)) {
            return list;
        }
        do {
            String name = null;
            if (BodyTokens.isName(tokens.peek())
                    && (tokens.is(1, PgSql.COLON_EQUALS) || tokens.is(1, PgSql.EQUALS_GREATER))) {
                name = tokens.name();
                tokens.at++;
            }
            list.add(new PlStatement.Argument(name, fragments.expression(",", ")")));
        } while (tokens.takeType(PgSql.COMMA));
        tokens.expect(PgSql.RP);
        return list;
    }

    private PlStatement fetch(int line, boolean move) {
        tokens.at++;
        PlStatement.Direction direction = PlStatement.Direction.FORWARD;
        long constant = 1;
        @Nullable SqlFragment count = null;
        boolean needsFrom = true;
        String word = startsCursor() ? "" : tokens.word(0);
        switch (word) {
            case "next" -> tokens.at++;
            case "prior" -> {
                tokens.at++;
                direction = PlStatement.Direction.BACKWARD;
            }
            case "first" -> {
                tokens.at++;
                direction = PlStatement.Direction.ABSOLUTE;
            }
            case "last" -> {
                tokens.at++;
                direction = PlStatement.Direction.ABSOLUTE;
                constant = -1;
            }
            case "absolute", "relative" -> {
                direction = PlStatement.Direction.valueOf(tokens.take().value().toUpperCase(Locale.ROOT));
                count = fragments.expression("from", "in");
            }
            case "all" -> {
                tokens.at++;
                constant = ALL;
            }
            case "forward", "backward" -> {
                direction = PlStatement.Direction.valueOf(tokens.take().value().toUpperCase(Locale.ROOT));
                if (tokens.takeWord("all")) {
                    constant = ALL;
                } else if (!tokens.isWord("from") && !tokens.isWord("in")) {
                    if (startsCursor()) {
                        needsFrom = false;
                    } else {
                        count = fragments.expression("from", "in");
                    }
                }
            }
            case "from", "in" -> {}
            default -> {
                if (startsCursor()) {
                    needsFrom = false;
                } else {
                    count = fragments.expression("from", "in");
                }
            }
        }
        if (needsFrom && !tokens.takeWord("from") && !tokens.takeWord("in") && !startsCursor()) {
            throw tokens.unexpected();
        }
        Target cursor = fragments.target();
        List<Target> into = null;
        if (!move) {
            tokens.expectWord("into");
            into = fragments.targets();
        }
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Fetch(cursor, direction, constant, count, into, line);
    }

    /// Whether the next token is a name that ends the statement's head.
    private boolean startsCursor() {
        return BodyTokens.isName(tokens.peek()) && (tokens.word(1).equals("into") || tokens.is(1, PgSql.SEMI));
    }

    private PlStatement diagnostics(int line) {
        tokens.at++;
        boolean stacked = tokens.takeWord("stacked");
        if (!stacked) {
            tokens.takeWord("current");
        }
        tokens.expectWord("diagnostics");
        List<PlStatement.DiagnosticItem> items = new ArrayList<>();
        do {
            Target target = fragments.target();
            if (!tokens.takeType(PgSql.COLON_EQUALS)) {
                tokens.expect(PgSql.EQ);
            }
            Position at = tokens.peek().at();
            String name = tokens.name().toUpperCase(Locale.ROOT);
            boolean ofBoth = name.equals("PG_CONTEXT") && !stacked;
            boolean ofCurrent = name.equals("ROW_COUNT") || name.equals("PG_ROUTINE_OID");
            boolean ofStacked = switch (name) {
                case "COLUMN_NAME",
                        "CONSTRAINT_NAME",
                        "PG_DATATYPE_NAME",
                        "MESSAGE_TEXT",
                        "TABLE_NAME",
                        "SCHEMA_NAME",
                        "PG_EXCEPTION_DETAIL",
                        "PG_EXCEPTION_HINT",
                        "PG_EXCEPTION_CONTEXT",
                        "RETURNED_SQLSTATE" -> true;
                default -> false;
            };
            if (!ofBoth && !ofCurrent && !ofStacked && !name.equals("PG_CONTEXT")) {
                throw BodyTokens.error("unrecognized GET DIAGNOSTICS item", at);
            }
            if (stacked ? !ofStacked : ofStacked) {
                throw BodyTokens.error(
                        "diagnostics item " + name + " is not allowed in GET " + (stacked ? "STACKED" : "CURRENT")
                                + " DIAGNOSTICS",
                        at);
            }
            items.add(new PlStatement.DiagnosticItem(target, name));
        } while (tokens.takeType(PgSql.COMMA));
        tokens.expect(PgSql.SEMI);
        return new PlStatement.GetDiagnostics(stacked, items, line);
    }
}
