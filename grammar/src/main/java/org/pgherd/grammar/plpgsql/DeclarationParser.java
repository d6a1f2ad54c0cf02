package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlToken;

/// The DECLARE section.
final class DeclarationParser {
    private final BodyTokens tokens;
    private final FragmentReader fragments;

    DeclarationParser(BodyTokens tokens, FragmentReader fragments) {
        this.tokens = tokens;
        this.fragments = fragments;
    }

    List<Declaration> section() {
        List<Declaration> list = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (!tokens.isWord("begin")) {
            if (tokens.takeWord("declare")) {
                continue;
            }
            SqlToken at = tokens.peek();
            Declaration made = declaration();
            if (!names.add(made.name())) {
                throw BodyTokens.error("duplicate declaration", at.at());
            }
            list.add(made);
        }
        return list;
    }

    private Declaration declaration() {
        int line = tokens.line();
        String name = tokens.name();
        if (tokens.isWord("alias") && tokens.word(1).equals("for")) {
            tokens.at += 2;
            Position at = tokens.peek().at();
            List<String> of = fragments.target().names();
            tokens.expect(PgSql.SEMI);
            return new Declaration.Alias(name, of, at, line);
        }
        Boolean scroll = null;
        if (tokens.isWord("no") && tokens.word(1).equals("scroll")) {
            tokens.at += 2;
            scroll = false;
        } else if (tokens.isWord("scroll") && tokens.word(1).equals("cursor")) {
            tokens.at++;
            scroll = true;
        }
        if (tokens.takeWord("cursor")) {
            return cursor(name, scroll, line);
        }
        boolean constant = tokens.takeWord("constant");
        DataType type = type();
        List<String> collation = List.of();
        if (tokens.takeWord("collate")) {
            collation = fragments.target().names();
        }
        boolean notNull = false;
        if (tokens.takeWord("not")) {
            tokens.expectWord("null");
            notNull = true;
        }
        SqlFragment initial = null;
        if (tokens.takeType(PgSql.COLON_EQUALS) || tokens.takeType(PgSql.EQ) || tokens.takeWord("default")) {
            initial = fragments.expression(";");
        }
        tokens.expect(PgSql.SEMI);
        return new Declaration.Variable(name, constant, type, collation, notNull, initial, line);
    }

    private Declaration cursor(String name, @Nullable Boolean scroll, int line) {
        List<Declaration.Parameter> parameters = new ArrayList<>();
        if (tokens.takeType(PgSql.LP)) {
            do {
                parameters.add(new Declaration.Parameter(tokens.name(), type()));
            } while (tokens.takeType(PgSql.COMMA));
            tokens.expect(PgSql.RP);
        }
        if (!tokens.takeWord("is")) {
            tokens.expectWord("for");
        }
        SqlFragment query = fragments.query(";");
        tokens.expect(PgSql.SEMI);
        return new Declaration.Cursor(name, scroll, parameters, query, line);
    }

    private DataType type() {
        SqlToken first = tokens.peek();
        int start = first.start();
        int end = -1;
        int depth = 0;
        List<String> names = new ArrayList<>();
        while (true) {
            if (depth == 0 && tokens.is(0, PgSql.PERCENT)) {
                boolean row = tokens.word(1).equals("rowtype");
                if (row || tokens.word(1).equals("type")) {
                    tokens.at += 2;
                    boolean array = brackets();
                    Position at = new Position(start, tokens.peek(-1).end());
                    return row ? new DataType.OfRow(names, array, at) : new DataType.OfType(names, array, at);
                }
            }
            SqlToken token = tokens.peek();
            int type = token.getType();
            if (depth == 0 && ends(type)) {
                break;
            }
            depth += type == PgSql.LP ? 1 : type == PgSql.RP ? -1 : 0;
            if (type == PgSql.SEMI || type == PgSql.EOF) {
                throw BodyTokens.error("incomplete data type declaration", token.at());
            }
            if (BodyTokens.isName(token)) {
                names.add(token.value());
            }
            end = token.end();
            tokens.at++;
        }
        if (end < 0) {
            throw BodyTokens.error("missing data type declaration", first.at());
        }
        return new DataType.Named(tokens.text.substring(start, end), new Position(start, end));
    }

    private boolean ends(int type) {
        return switch (type) {
            case PgSql.SEMI, PgSql.EOF, PgSql.COMMA, PgSql.RP, PgSql.COLON_EQUALS, PgSql.EQ -> true;
            default ->
                switch (tokens.word(0)) {
                    case "collate", "not", "default" -> true;
                    default -> false;
                };
        };
    }

    private boolean brackets() {
        boolean array = false;
        while (tokens.takeType(PgSql.LB)) {
            array = true;
            tokens.takeType(PgSql.ICONST);
            tokens.expect(PgSql.RB);
        }
        if (tokens.takeWord("array")) {
            array = true;
            if (tokens.takeType(PgSql.LB)) {
                tokens.takeType(PgSql.ICONST);
                tokens.expect(PgSql.RB);
            }
        }
        return array;
    }
}
