package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlToken;

/// Parses a body as src/pl/plpgsql/src/pl_gram.y does, by recursive descent. Positions are offsets in the body.
public final class PlpgsqlParser {
    final BodyTokens tokens;
    final FragmentReader fragments;
    private final DeclarationParser declarations;
    private final RowStatements rows;
    private final List<String> openLabels = new ArrayList<>();

    private PlpgsqlParser(String body) {
        tokens = new BodyTokens(body);
        fragments = new FragmentReader(tokens);
        declarations = new DeclarationParser(tokens, fragments);
        rows = new RowStatements(tokens, fragments);
    }

    public static PlBody parse(String body) {
        PlpgsqlParser parser = new PlpgsqlParser(body);
        return parser.body();
    }

    private PlBody body() {
        String conflict = null;
        Boolean printStrict = null;
        while (tokens.spells(0, "#")) {
            tokens.at++;
            String option = tokens.take().value();
            String value = tokens.take().value();
            switch (option) {
                case "variable_conflict" -> conflict = value;
                case "print_strict_params" -> printStrict = value.equals("on");
                case "option" -> {}
                default -> {
                    tokens.at -= 2;
                    throw tokens.unexpected();
                }
            }
        }
        String label = label();
        if (!tokens.isWord("declare") && !tokens.isWord("begin")) {
            throw tokens.unexpected();
        }
        PlStatement.Block block = block(label);
        tokens.takeType(PgSql.SEMI);
        if (!tokens.isEnd()) {
            throw tokens.unexpected();
        }
        return new PlBody(tokens.text, conflict, printStrict, block, fragments.found);
    }

    private @Nullable String label() {
        if (!tokens.spells(0, "<<")) {
            return null;
        }
        tokens.at++;
        String label = tokens.name();
        if (!tokens.spells(0, ">>")) {
            throw tokens.unexpected();
        }
        tokens.at++;
        return label;
    }

    private PlStatement.Block block(@Nullable String label) {
        List<Declaration> declared = List.of();
        if (tokens.takeWord("declare")) {
            declared = declarations.section();
        }
        int line = tokens.line();
        tokens.expectWord("begin");
        open(label);
        List<PlStatement> body = statements();
        List<PlStatement.Handler> handlers = null;
        if (tokens.takeWord("exception")) {
            handlers = new ArrayList<>();
            while (tokens.isWord("when")) {
                handlers.add(handler());
            }
            if (handlers.isEmpty()) {
                throw tokens.unexpected();
            }
        }
        tokens.expectWord("end");
        endLabel(label);
        close(label);
        return new PlStatement.Block(label, declared, body, handlers, line);
    }

    private void open(@Nullable String label) {
        if (label != null) {
            openLabels.add(label);
        }
    }

    private void close(@Nullable String label) {
        if (label != null) {
            openLabels.removeLast();
        }
    }

    private void endLabel(@Nullable String label) {
        SqlToken token = tokens.peek();
        if (!BodyTokens.isName(token)) {
            return;
        }
        String end = tokens.name();
        if (label == null) {
            throw BodyTokens.error("end label \"" + end + "\" specified for unlabeled block", token.at());
        }
        if (!label.equals(end)) {
            throw BodyTokens.error(
                    "end label \"" + end + "\" differs from block's label \"" + label + "\"", token.at());
        }
    }

    private PlStatement.Handler handler() {
        int line = tokens.line();
        tokens.expectWord("when");
        List<PlStatement.Condition> conditions = new ArrayList<>();
        do {
            conditions.add(condition());
        } while (tokens.takeWord("or"));
        tokens.expectWord("then");
        return new PlStatement.Handler(conditions, statements(), line);
    }

    private PlStatement.Condition condition() {
        SqlToken token = tokens.peek();
        String name = tokens.name();
        if (name.equals("sqlstate") && tokens.is(0, PgSql.SCONST)) {
            return new PlStatement.Condition(sqlState(), true, token.at());
        }
        if (!name.equals("others")) {
            ConditionNames.check(name, token.at());
        }
        return new PlStatement.Condition(name, false, token.at());
    }

    private String sqlState() {
        SqlToken code = tokens.take();
        if (code.value().length() != 5
                || !code.value().chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
            throw BodyTokens.error("invalid SQLSTATE code", code.at());
        }
        return code.value();
    }

    private List<PlStatement> statements() {
        List<PlStatement> list = new ArrayList<>();
        while (true) {
            switch (tokens.word(0)) {
                case "end", "exception", "else", "elsif", "elseif", "when" -> {
                    if (!startsAssignment()) {
                        return list;
                    }
                }
                default -> {}
            }
            if (tokens.isEnd()) {
                throw BodyTokens.error(
                        "syntax error at end of input", tokens.peek().at());
            }
            list.add(statement());
        }
    }

    private boolean startsAssignment() {
        return (BodyTokens.isName(tokens.peek()) && !ReservedWords.contains(tokens.word(0))
                        || tokens.is(0, PgSql.PARAM))
                && (tokens.is(1, PgSql.COLON_EQUALS)
                        || tokens.is(1, PgSql.EQ)
                        || tokens.is(1, PgSql.DOT)
                        || tokens.is(1, PgSql.LB));
    }

    private PlStatement statement() {
        int line = tokens.line();
        if (startsAssignment()) {
            return assignment(line);
        }
        String label = label();
        if (label != null) {
            return labelled(label);
        }
        return switch (tokens.word(0)) {
            case "declare", "begin", "loop", "while", "for", "foreach" -> labelled(null);
            case "if" -> ifStatement(line);
            case "case" -> caseStatement(line);
            case "exit", "continue" -> exit(line);
            case "return" -> returning(line);
            case "raise" -> new RaiseParser(tokens, fragments).raise(line);
            case "assert" -> assertion(line);
            case "null" -> {
                tokens.at++;
                tokens.expect(PgSql.SEMI);
                yield new PlStatement.NullStatement(line);
            }
            case "commit", "rollback" -> endTransaction(line);
            default -> rows.statement(line);
        };
    }

    private PlStatement labelled(@Nullable String label) {
        int line = tokens.line();
        PlStatement made;
        switch (tokens.word(0)) {
            case "declare", "begin" -> {
                made = block(label);
                tokens.expect(PgSql.SEMI);
            }
            case "loop" -> made = new PlStatement.Loop(label, loopBody(label), line);
            case "while" -> {
                tokens.at++;
                SqlFragment condition = fragments.expression("loop");
                made = new PlStatement.While(label, condition, loopBody(label), line);
            }
            case "for" -> made = forLoop(label, line);
            case "foreach" -> made = forEach(label, line);
            default -> throw tokens.unexpected();
        }
        return made;
    }

    private List<PlStatement> loopBody(@Nullable String label) {
        tokens.expectWord("loop");
        open(label);
        List<PlStatement> body = statements();
        tokens.expectWord("end");
        tokens.expectWord("loop");
        endLabel(label);
        tokens.expect(PgSql.SEMI);
        close(label);
        return body;
    }

    private PlStatement assignment(int line) {
        Target target = fragments.target();
        if (!tokens.takeType(PgSql.COLON_EQUALS)) {
            tokens.expect(PgSql.EQ);
        }
        SqlFragment value = fragments.expression(";");
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Assign(target, value, line);
    }

    private PlStatement ifStatement(int line) {
        tokens.at++;
        List<PlStatement.Branch> branches = new ArrayList<>();
        branches.add(branch(line));
        while (tokens.isWord("elsif") || tokens.isWord("elseif")) {
            int at = tokens.line();
            tokens.at++;
            branches.add(branch(at));
        }
        List<PlStatement> otherwise = tokens.takeWord("else") ? statements() : null;
        tokens.expectWord("end");
        tokens.expectWord("if");
        tokens.expect(PgSql.SEMI);
        return new PlStatement.If(branches, otherwise, line);
    }

    private PlStatement.Branch branch(int line) {
        SqlFragment condition = fragments.expression("then");
        tokens.expectWord("then");
        return new PlStatement.Branch(condition, statements(), line);
    }

    private PlStatement caseStatement(int line) {
        tokens.at++;
        SqlFragment value = tokens.isWord("when") ? null : fragments.expression("when");
        List<PlStatement.Branch> branches = new ArrayList<>();
        while (tokens.isWord("when")) {
            int at = tokens.line();
            tokens.at++;
            branches.add(branch(at));
        }
        if (branches.isEmpty()) {
            throw tokens.unexpected();
        }
        List<PlStatement> otherwise = tokens.takeWord("else") ? statements() : null;
        tokens.expectWord("end");
        tokens.expectWord("case");
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Case(value, branches, otherwise, line);
    }

    private PlStatement forLoop(@Nullable String label, int line) {
        tokens.at++;
        List<Target> targets = fragments.targets();
        tokens.expectWord("in");
        if (tokens.takeWord("execute")) {
            SqlFragment query = fragments.dynamic("loop", "using");
            List<SqlFragment> using = tokens.takeWord("using") ? fragments.list("loop") : List.of();
            return new PlStatement.ForDynamic(label, targets, query, using, loopBody(label), line);
        }
        boolean reverse = tokens.isWord("reverse") && fragments.comesBefore("..", "loop");
        if (reverse) {
            tokens.at++;
        }
        if (fragments.comesBefore("..", "loop")) {
            return integerLoop(label, line, targets, reverse);
        }
        if (isCursor()) {
            Target cursor = fragments.target();
            List<PlStatement.Argument> arguments = rows.arguments();
            String name = loopName(targets, "cursor FOR loop must have only one target variable");
            return new PlStatement.ForCursor(label, name, cursor, arguments, loopBody(label), line);
        }
        SqlFragment query = fragments.query("loop");
        return new PlStatement.ForQuery(label, targets, query, loopBody(label), line);
    }

    private PlStatement integerLoop(@Nullable String label, int line, List<Target> targets, boolean reverse) {
        String name = loopName(targets, "integer FOR loop must have only one target variable");
        SqlFragment lower = fragments.expression("..");
        tokens.expect(PgSql.DOT_DOT);
        SqlFragment upper = fragments.expression("loop", "by");
        SqlFragment step = tokens.takeWord("by") ? fragments.expression("loop") : null;
        return new PlStatement.ForInteger(label, name, reverse, lower, upper, step, loopBody(label), line);
    }

    private static String loopName(List<Target> targets, String message) {
        if (targets.size() != 1) {
            throw BodyTokens.error(message, targets.get(1).at());
        }
        return targets.getFirst().names().getLast();
    }

    private boolean isCursor() {
        return switch (tokens.word(0)) {
            case "select",
                    "with",
                    "values",
                    "table",
                    "insert",
                    "update",
                    "delete",
                    "merge",
                    "show",
                    "explain",
                    "call",
                    "fetch" -> tokens.word(1).equals("loop");
            default -> BodyTokens.isName(tokens.peek()) && (tokens.word(1).equals("loop") || tokens.is(1, PgSql.LP));
        };
    }

    private PlStatement forEach(@Nullable String label, int line) {
        tokens.at++;
        List<Target> targets = fragments.targets();
        int slice = 0;
        if (tokens.takeWord("slice")) {
            if (!tokens.is(0, PgSql.ICONST)) {
                throw tokens.unexpected();
            }
            slice = tokens.take().intValue();
        }
        tokens.expectWord("in");
        tokens.expectWord("array");
        SqlFragment array = fragments.expression("loop");
        return new PlStatement.ForEach(label, targets, slice, array, loopBody(label), line);
    }

    private PlStatement exit(int line) {
        Position at = tokens.peek().at();
        boolean next = tokens.take().value().equals("continue");
        String label = null;
        if (!tokens.is(0, PgSql.SEMI) && !tokens.isWord("when")) {
            at = tokens.peek().at();
            label = tokens.name();
            if (!openLabels.contains(label)) {
                throw BodyTokens.error(
                        "there is no label \"" + label + "\" attached to any block or loop enclosing this statement",
                        at);
            }
        }
        SqlFragment condition = tokens.takeWord("when") ? fragments.expression(";") : null;
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Exit(next, label, condition, at, line);
    }

    private PlStatement returning(int line) {
        tokens.at++;
        if (tokens.takeWord("next")) {
            SqlFragment value = tokens.is(0, PgSql.SEMI) ? null : fragments.expression(";");
            tokens.expect(PgSql.SEMI);
            return new PlStatement.ReturnNext(value, line);
        }
        if (tokens.takeWord("query")) {
            if (tokens.takeWord("execute")) {
                SqlFragment query = fragments.dynamic(";", "using");
                List<SqlFragment> using = tokens.takeWord("using") ? fragments.list(";") : List.of();
                tokens.expect(PgSql.SEMI);
                return new PlStatement.ReturnQueryDynamic(query, using, line);
            }
            SqlFragment query = fragments.query(";");
            tokens.expect(PgSql.SEMI);
            return new PlStatement.ReturnQuery(query, line);
        }
        SqlFragment value = tokens.is(0, PgSql.SEMI) ? null : fragments.expression(";");
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Return(value, line);
    }

    private PlStatement assertion(int line) {
        tokens.at++;
        SqlFragment condition = fragments.expression(",", ";");
        SqlFragment message = tokens.takeType(PgSql.COMMA) ? fragments.expression(";") : null;
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Assert(condition, message, line);
    }

    private PlStatement endTransaction(int line) {
        boolean commit = tokens.take().value().toLowerCase(Locale.ROOT).equals("commit");
        boolean chain = false;
        if (tokens.takeWord("and")) {
            chain = !tokens.takeWord("no");
            tokens.expectWord("chain");
        }
        tokens.expect(PgSql.SEMI);
        return new PlStatement.EndTransaction(commit, chain, line);
    }
}
