package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.antlr.PgSql;

/// The DECLARE section. Transplants decl_stmts and read_datatype of pl_gram.y.
final class DeclarationParser {
    private final Scanner scanner;
    private final FragmentReader fragments;

    DeclarationParser(Scanner scanner, FragmentReader fragments) {
        this.scanner = scanner;
        this.fragments = fragments;
    }

    /// What stands between DECLARE and BEGIN.
    List<Declaration> section() {
        List<Declaration> list = new ArrayList<>();
        scanner.lookup = Scanner.Lookup.DECLARE;
        PlToken token = scanner.next();
        while (!token.isReserved("begin")) {
            if (token.type() == PlToken.LABEL_OPEN) {
                scanner.anyIdentifier();
                scanner.expect(PlToken.LABEL_CLOSE);
                throw Scanner.error("block label must be placed before DECLARE, not after", token);
            }
            if (!token.isReserved("declare")) {
                list.add(declaration(token));
            }
            token = scanner.next();
        }
        scanner.back(token);
        scanner.lookup = Scanner.Lookup.NORMAL;
        return list;
    }

    private String newName(PlToken token) {
        if (token.type() != PlToken.WORD && token.type() != PlToken.KEYWORD) {
            throw scanner.unexpected(token);
        }
        if (scanner.names.hasLocal(token.word())) {
            throw scanner.complain("duplicate declaration", token);
        }
        return token.word();
    }

    private Declaration declaration(PlToken first) {
        String name = newName(first);
        int line = scanner.line(first);
        PlToken token = scanner.next();
        if (token.type() == PlToken.KEYWORD) {
            switch (token.word()) {
                case "alias" -> {
                    return alias(name, line);
                }
                case "no" -> {
                    scanner.expect("scroll");
                    scanner.expect("cursor");
                    return cursor(name, false, line);
                }
                case "scroll" -> {
                    scanner.expect("cursor");
                    return cursor(name, true, line);
                }
                case "cursor" -> {
                    return cursor(name, null, line);
                }
                default -> {}
            }
        }
        boolean constant = token.type() == PlToken.KEYWORD && token.word().equals("constant");
        return variable(name, constant, constant ? scanner.next() : token, line);
    }

    private Declaration alias(String name, int line) {
        scanner.expect("for");
        PlToken token = scanner.next();
        if (token.type() != PlToken.WORD && token.type() != PlToken.KEYWORD && token.type() != PlToken.NAME) {
            throw scanner.unexpected(token);
        }
        Variable of = scanner.names.find(token.names());
        if (of == null) {
            if (!scanner.lenient) {
                throw doesNotExist(token);
            }
            of = Variable.of(name, Variable.Kind.UNKNOWN);
        }
        scanner.expect(PgSql.SEMI);
        scanner.names.add(name, of);
        return new Declaration.Alias(name, token.names(), token.at(), line);
    }

    private static SqlException doesNotExist(PlToken token) {
        return new SqlException(
                SqlState.UNDEFINED_OBJECT, "variable \"" + token.dotted() + "\" does not exist", token.at());
    }

    private Declaration variable(String name, boolean constant, PlToken typeStart, int line) {
        Typed typed = type(typeStart);
        List<String> collation = List.of();
        PlToken token = scanner.next();
        if (token.type() == PlToken.KEYWORD && token.word().equals("collate")) {
            PlToken named = scanner.next();
            if (named.names().isEmpty() || named.type() == PlToken.RESERVED) {
                throw scanner.unexpected(named);
            }
            collation = named.names();
            token = scanner.next();
        }
        PlToken notNull = null;
        if (token.isReserved("not")) {
            notNull = token;
            scanner.expect("null");
            token = scanner.next();
        }
        SqlFragment initial = null;
        boolean given = token.type() == PgSql.EQ
                || token.type() == PgSql.COLON_EQUALS
                || (token.type() == PlToken.KEYWORD && token.word().equals("default"));
        if (given) {
            initial = fragments.expression(";", ";");
        } else if (token.type() != PgSql.SEMI) {
            throw scanner.unexpected(token);
        }
        scanner.names.add(name, new Variable(name, typed.kind(), constant, null));
        if (notNull != null && initial == null) {
            throw new SqlException(
                    SqlState.NULL_VALUE_NOT_ALLOWED,
                    "variable \"" + name + "\" must have a default value, since it's declared NOT NULL",
                    notNull.at());
        }
        return new Declaration.Variable(name, constant, typed.type(), collation, notNull != null, initial, line);
    }

    private Declaration cursor(String name, @Nullable Boolean scroll, int line) {
        scanner.names.push(name, Namespace.LevelKind.OTHER);
        List<Declaration.Parameter> parameters = new ArrayList<>();
        if (scanner.accept(PgSql.LP)) {
            do {
                String called = newName(scanner.next());
                Typed typed = type(scanner.next());
                scanner.names.add(called, Variable.of(called, typed.kind()));
                parameters.add(new Declaration.Parameter(called, typed.type()));
            } while (scanner.accept(PgSql.COMMA));
            scanner.expect(PgSql.RP);
        }
        if (!scanner.accept("is")) {
            scanner.expect("for");
        }
        SqlFragment query = fragments.statement();
        scanner.names.pop();
        Declaration.Cursor made = new Declaration.Cursor(name, scroll, parameters, query, line);
        scanner.names.add(name, new Variable(name, Variable.Kind.CURSOR, false, made));
        return made;
    }

    // ------------------------------------------------------------------ types

    private record Typed(DataType type, Variable.Kind kind) {}

    private Typed type(PlToken first) {
        PlToken token = first;
        boolean named = first.type() == PlToken.WORD || first.type() == PlToken.NAME || first.type() == PlToken.KEYWORD;
        if (named) {
            token = scanner.next();
            if (token.type() == PgSql.PERCENT) {
                token = scanner.next();
                if (token.isKeyword("type")) {
                    return ofType(first, token);
                }
                if (token.isKeyword("rowtype")) {
                    boolean array = brackets(token);
                    return new Typed(
                            new DataType.OfRow(first.names(), array, from(first)),
                            array ? Variable.Kind.SCALAR : Variable.Kind.RECORD);
                }
            }
        }
        return plainType(first, token);
    }

    private Typed ofType(PlToken first, PlToken word) {
        Variable of = scanner.names.find(first.names());
        if (of == null && first.names().size() == 1 && !scanner.lenient) {
            throw new SqlException(SqlState.UNDEFINED_OBJECT, "variable \"" + first.dotted() + "\" does not exist");
        }
        boolean array = brackets(word);
        Variable.Kind kind = array ? Variable.Kind.SCALAR : of == null ? Variable.Kind.UNKNOWN : of.kind();
        return new Typed(
                new DataType.OfType(first.names(), array, from(first)),
                kind == Variable.Kind.FIELD ? Variable.Kind.UNKNOWN : kind);
    }

    private PlToken lastOfType = new PlToken(PgSql.EOF, List.of(), false, null, Position.NONE, 0);

    private Position from(PlToken first) {
        return new Position(first.at().start(), lastOfType.at().end());
    }

    private Typed plainType(PlToken first, PlToken second) {
        PlToken token = second;
        int depth = 0;
        while (token.type() != PgSql.SEMI) {
            if (token.type() == PgSql.EOF) {
                throw scanner.complain(
                        depth == 0 ? "incomplete data type declaration" : "mismatched parentheses", token);
            }
            if (endsType(token, depth)) {
                break;
            }
            depth += token.type() == PgSql.LP ? 1 : token.type() == PgSql.RP ? -1 : 0;
            token = scanner.next();
        }
        scanner.back(token);
        String body = scanner.tokens.text;
        int start = first.at().start();
        int end = token.at().start();
        while (end > start && Character.isWhitespace(body.charAt(end - 1))) {
            end--;
        }
        if (end == start) {
            throw scanner.complain("missing data type declaration", token);
        }
        fragments.checkTypeName(new Position(start, token.at().start()));
        Position at = new Position(start, end);
        return new Typed(new DataType.Named(body.substring(start, end), at), kind(at));
    }

    private Variable.Kind kind(Position at) {
        try {
            return TypeKinds.of(SqlParser.parseTypeName(scanner.tokens.text, at.start(), at.end()));
        } catch (SqlException e) {
            // a body that is not validated may be wrong here; whoever resolves the type says so
            return Variable.Kind.UNKNOWN;
        }
    }

    private static boolean endsType(PlToken token, int depth) {
        return switch (token.type()) {
            case PgSql.EQ, PgSql.COLON_EQUALS -> true;
            case PgSql.COMMA, PgSql.RP -> depth == 0;
            case PlToken.RESERVED -> token.word().equals("not");
            case PlToken.KEYWORD ->
                token.word().equals("collate") || token.word().equals("default");
            default -> false;
        };
    }

    /// `[]`, `[3]`, `ARRAY`, `ARRAY[3]` behind %TYPE and %ROWTYPE.
    private boolean brackets(PlToken word) {
        lastOfType = word;
        boolean array = false;
        if (scanner.peek().isKeyword("array")) {
            array = true;
            lastOfType = scanner.next();
        }
        while (scanner.peek().type() == PgSql.LB) {
            array = true;
            scanner.next();
            scanner.accept(PgSql.ICONST);
            lastOfType = scanner.expect(PgSql.RB);
        }
        return array;
    }
}
