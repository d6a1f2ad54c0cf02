package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;

/// OPEN, FETCH, MOVE, CLOSE, and the arguments of bound cursors.
final class CursorParser {
    private static final long ALL = Long.MAX_VALUE;
    private static final String FROM_OR_IN = "FROM or IN";
    private final Scanner scanner;
    private final FragmentReader fragments;
    private final IntoTargets targets;

    CursorParser(Scanner scanner, FragmentReader fragments) {
        this.scanner = scanner;
        this.fragments = fragments;
        targets = new IntoTargets(scanner);
    }

    List<Target> scalars(PlToken first) {
        return targets.scalars(first);
    }

    private PlToken cursor() {
        PlToken token = scanner.variable(scanner.next());
        Variable variable = token.known();
        if (variable.isRecord()
                || variable.kind() == Variable.Kind.FIELD
                || scanner.peek().type() == PgSql.LB) {
            throw Scanner.mismatch("cursor variable must be a simple variable", token);
        }
        if (!variable.mayBeCursor()) {
            throw Scanner.mismatch("variable \"" + variable.name() + "\" must be of type cursor or refcursor", token);
        }
        return token;
    }

    private static Target target(PlToken token) {
        return new Target(token.names(), List.of(), token.at());
    }

    // ------------------------------------------------------------------ OPEN

    PlStatement open(int line) {
        PlToken cursor = cursor();
        Variable variable = cursor.known();
        if (variable.cursor() != null || mayBeBound(variable)) {
            List<PlStatement.Argument> arguments = arguments(variable, ";");
            return new PlStatement.Open(target(cursor), arguments, null, null, false, List.of(), line);
        }
        Boolean scroll = null;
        PlToken token = scanner.next();
        if (token.isKeyword("no")) {
            token = scanner.next();
            if (token.isKeyword("scroll")) {
                scroll = false;
                token = scanner.next();
            }
        } else if (token.isKeyword("scroll")) {
            scroll = true;
            token = scanner.next();
        }
        if (!token.isReserved("for")) {
            throw scanner.complain("syntax error, expected \"FOR\"", token);
        }
        if (scanner.accept("execute")) {
            SqlFragment query = fragments.dynamic("USING or ;", "using", ";");
            List<SqlFragment> using = fragments.endedWith("using") ? fragments.list(", or ;", ";") : List.of();
            return new PlStatement.Open(target(cursor), List.of(), scroll, query, true, using, line);
        }
        SqlFragment query = fragments.statement();
        return new PlStatement.Open(target(cursor), List.of(), scroll, query, false, List.of(), line);
    }

    private boolean mayBeBound(Variable variable) {
        if (variable.kind() != Variable.Kind.UNKNOWN) {
            return false;
        }
        int type = scanner.peek().type();
        return type == PgSql.SEMI || type == PgSql.LP;
    }

    /// The arguments of a bound cursor and the sign or word behind them (read_cursor_args).
    List<PlStatement.Argument> arguments(Variable variable, String until) {
        Declaration.Cursor declared = variable.cursor();
        if (declared == null) {
            return unchecked(until);
        }
        PlToken token = scanner.next();
        String cursor = "cursor \"" + declared.name() + "\"";
        if (declared.parameters().isEmpty()) {
            if (token.type() == PgSql.LP) {
                throw Scanner.error(cursor + " has no arguments", token);
            }
            expectEnd(token, until);
            return List.of();
        }
        if (token.type() != PgSql.LP) {
            throw Scanner.error(cursor + " has arguments", token);
        }
        List<String> names =
                declared.parameters().stream().map(Declaration.Parameter::name).toList();
        Set<String> given = new HashSet<>();
        List<PlStatement.Argument> list = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = argumentName();
            PlToken at = argumentAt;
            if (name != null && !names.contains(name)) {
                throw Scanner.error(cursor + " has no argument named \"" + name + "\"", at);
            }
            String parameter = name == null ? names.get(i) : name;
            if (!given.add(parameter)) {
                throw Scanner.error(
                        "value for parameter \"" + parameter + "\" of " + cursor + " specified more than once", at);
            }
            list.add(new PlStatement.Argument(name, fragments.expression(",\" or \")", ",", ")")));
            boolean last = i == names.size() - 1;
            if (fragments.endedWith(")") && !last) {
                throw Scanner.error("not enough arguments for " + cursor, fragments.end());
            }
            if (fragments.endedWith(",") && last) {
                throw Scanner.error("too many arguments for " + cursor, fragments.end());
            }
        }
        expectEnd(scanner.next(), until);
        return list;
    }

    private PlToken argumentAt = new PlToken(PgSql.EOF, List.of(), false, null, org.pgherd.errors.Position.NONE, 0);

    /// The name before := or =>, which is read with it; null if the argument has none.
    private @Nullable String argumentName() {
        Scanner.Lookup before = scanner.lookup;
        scanner.lookup = Scanner.Lookup.DECLARE;
        PlToken first = scanner.next();
        argumentAt = first;
        int type = scanner.tokens.peek(0).getType();
        boolean named = (first.type() == PlToken.WORD || first.type() == PlToken.KEYWORD)
                && (type == PgSql.COLON_EQUALS || type == PgSql.EQUALS_GREATER);
        scanner.lookup = before;
        if (!named) {
            scanner.rewind(first);
            return null;
        }
        scanner.tokens.at++;
        return first.word();
    }

    /// Of a cursor whose declaration is not known.
    private List<PlStatement.Argument> unchecked(String until) {
        List<PlStatement.Argument> list = new ArrayList<>();
        PlToken token = scanner.next();
        if (token.type() == PgSql.LP) {
            do {
                String name = argumentName();
                list.add(new PlStatement.Argument(name, fragments.expression(",\" or \")", ",", ")")));
            } while (fragments.endedWith(","));
            token = scanner.next();
        }
        expectEnd(token, until);
        return list;
    }

    private void expectEnd(PlToken token, String until) {
        if (until.equals(";") ? token.type() != PgSql.SEMI : !token.isReserved(until)) {
            throw scanner.unexpected(token);
        }
    }

    // ------------------------------------------------------------------ FETCH, MOVE, CLOSE

    /// How far to move, and whether that may give several rows.
    private record Heading(
            PlStatement.Direction direction,
            long constant,
            @Nullable SqlFragment count,
            boolean several) {
        static Heading of(PlStatement.Direction direction, long constant) {
            return new Heading(direction, constant, null, constant == ALL);
        }
    }

    PlStatement fetch(PlToken first, boolean move) {
        Heading heading = heading();
        PlToken cursor = cursor();
        List<Target> into = null;
        if (!move) {
            scanner.expect("into");
            into = targets.targets();
        }
        scanner.expect(PgSql.SEMI);
        if (!move && heading.several()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "FETCH statement cannot return multiple rows", first.at());
        }
        return new PlStatement.Fetch(
                target(cursor), heading.direction(), heading.constant(), heading.count(), into, scanner.line(first));
    }

    /// Everything through FROM or IN (read_fetch_direction).
    private Heading heading() {
        PlToken token = scanner.next();
        if (token.type() == PgSql.EOF) {
            throw scanner.complain("unexpected end of function definition", token);
        }
        if (scanner.lenient && namesCursor(token)) {
            scanner.back(token);
            return Heading.of(PlStatement.Direction.FORWARD, 1);
        }
        if (token.isKeyword("next")) {
            return from(Heading.of(PlStatement.Direction.FORWARD, 1));
        }
        if (token.isKeyword("prior")) {
            return from(Heading.of(PlStatement.Direction.BACKWARD, 1));
        }
        if (token.isKeyword("first")) {
            return from(Heading.of(PlStatement.Direction.ABSOLUTE, 1));
        }
        if (token.isKeyword("last")) {
            return from(Heading.of(PlStatement.Direction.ABSOLUTE, -1));
        }
        if (token.isKeyword("absolute")) {
            return counted(PlStatement.Direction.ABSOLUTE, false);
        }
        if (token.isKeyword("relative")) {
            return counted(PlStatement.Direction.RELATIVE, false);
        }
        if (token.isReserved("all")) {
            return from(Heading.of(PlStatement.Direction.FORWARD, ALL));
        }
        if (token.isKeyword("forward")) {
            return sided(PlStatement.Direction.FORWARD);
        }
        if (token.isKeyword("backward")) {
            return sided(PlStatement.Direction.BACKWARD);
        }
        if (token.isReserved("from") || token.isReserved("in")) {
            return Heading.of(PlStatement.Direction.FORWARD, 1);
        }
        scanner.back(token);
        return token.type() == PlToken.VARIABLE
                ? Heading.of(PlStatement.Direction.FORWARD, 1)
                : counted(PlStatement.Direction.FORWARD, true);
    }

    /// A name that ends the statement's head is a cursor's, whatever it says.
    private boolean namesCursor(PlToken token) {
        BodyTokens tokens = scanner.tokens;
        return scanner.asVariable(token) != null && (tokens.is(0, PgSql.INTO) || tokens.is(0, PgSql.SEMI));
    }

    private Heading from(Heading heading) {
        PlToken token = scanner.next();
        if (!token.isReserved("from") && !token.isReserved("in")) {
            throw scanner.complain("expected FROM or IN", token);
        }
        return heading;
    }

    private Heading counted(PlStatement.Direction direction, boolean several) {
        SqlFragment count = fragments.expression(FROM_OR_IN, "from", "in");
        return new Heading(direction, 1, count, several);
    }

    /// What follows FORWARD and BACKWARD.
    private Heading sided(PlStatement.Direction direction) {
        PlToken token = scanner.next();
        if (token.type() == PgSql.EOF) {
            throw scanner.complain("unexpected end of function definition", token);
        }
        if (token.isReserved("from") || token.isReserved("in")) {
            return Heading.of(direction, 1);
        }
        if (token.isReserved("all")) {
            return from(Heading.of(direction, ALL));
        }
        scanner.back(token);
        return counted(direction, true);
    }

    PlStatement close(int line) {
        PlToken cursor = cursor();
        scanner.expect(PgSql.SEMI);
        return new PlStatement.Close(target(cursor), line);
    }
}
