package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlToken;

/// Cuts the SQL out of a body: from a token up to its terminator outside of parentheses (read_sql_construct of
/// pl_gram.y).
final class FragmentReader {
    private final BodyTokens tokens;
    final List<SqlFragment> found = new ArrayList<>();

    FragmentReader(BodyTokens tokens) {
        this.tokens = tokens;
    }

    /// An expression up to one of the terminators, which is left to be read.
    ///
    /// @param ends words in lower case, and the signs `;` `,` `)` `]` `..` `:=`
    SqlFragment expression(String... ends) {
        return fragment(SqlFragment.Kind.EXPRESSION, "missing expression", ends);
    }

    SqlFragment dynamic(String... ends) {
        return fragment(SqlFragment.Kind.DYNAMIC, "missing expression", ends);
    }

    /// A statement.
    SqlFragment query(String... ends) {
        return fragment(SqlFragment.Kind.STATEMENT, "missing SQL statement", ends);
    }

    SqlFragment fragment(SqlFragment.Kind kind, String missing, String... ends) {
        Set<String> terminators = Set.of(ends);
        SqlToken first = tokens.peek();
        int start = first.start();
        int end = scan(terminators);
        if (end < 0) {
            throw tokens.peek().getType() == PgSql.EOF && start >= tokens.text.length()
                    ? tokens.unexpected()
                    : BodyTokens.error(missing, new Position(start, start));
        }
        return make(kind, start, end);
    }

    /// Moves to the terminator; the end of the last token before it, -1 if there is none.
    private int scan(Set<String> terminators) {
        int depth = 0;
        int end = -1;
        while (true) {
            if (depth == 0 && terminators.contains(sign(0))) {
                return end;
            }
            SqlToken token = tokens.peek();
            switch (token.getType()) {
                case PgSql.LP, PgSql.LB -> depth++;
                case PgSql.RP, PgSql.RB -> {
                    depth--;
                    if (depth < 0) {
                        throw BodyTokens.error("mismatched parentheses", token.at());
                    }
                }
                case PgSql.SEMI, PgSql.EOF -> throw ended(token, depth, terminators);
                default -> {}
            }
            end = token.end();
            tokens.at++;
        }
    }

    private RuntimeException ended(SqlToken token, int depth, Set<String> terminators) {
        if (depth > 0) {
            return BodyTokens.error("mismatched parentheses", token.at());
        }
        if (terminators.size() == 1 && token.getType() == PgSql.SEMI) {
            String wanted = terminators.iterator().next().toUpperCase(java.util.Locale.ROOT);
            return BodyTokens.error("missing \"" + wanted + "\" at end of SQL expression", token.at());
        }
        return tokens.unexpected();
    }

    /// What a token is called among terminators.
    String sign(int ahead) {
        return switch (tokens.peek(ahead).getType()) {
            case PgSql.SEMI -> ";";
            case PgSql.COMMA -> ",";
            case PgSql.RP -> ")";
            case PgSql.RB -> "]";
            case PgSql.COLON -> ":";
            case PgSql.DOT_DOT -> "..";
            default -> tokens.word(ahead);
        };
    }

    /// Whether `sign` comes before `end`, both outside of parentheses.
    boolean comesBefore(String sign, String end) {
        int depth = 0;
        for (int i = 0; ; i++) {
            int type = tokens.peek(i).getType();
            if (type == PgSql.SEMI || type == PgSql.EOF) {
                return false;
            }
            if (depth == 0) {
                String here = sign(i);
                if (here.equals(sign)) {
                    return true;
                }
                if (here.equals(end)) {
                    return false;
                }
            }
            depth += type == PgSql.LP || type == PgSql.LB ? 1 : type == PgSql.RP || type == PgSql.RB ? -1 : 0;
        }
    }

    SqlFragment make(SqlFragment.Kind kind, int start, int end) {
        return keep(
                new SqlFragment(kind, tokens.text.substring(start, end), new Position(start, end), tokens.line(start)));
    }

    /// A statement with `[blankStart, blankEnd)` blanked out.
    SqlFragment without(int start, int end, int blankStart, int blankEnd) {
        String text = tokens.text.substring(start, blankStart)
                + " ".repeat(blankEnd - blankStart)
                + tokens.text.substring(blankEnd, end);
        return keep(new SqlFragment(SqlFragment.Kind.STATEMENT, text, new Position(start, end), tokens.line(start)));
    }

    private SqlFragment keep(SqlFragment fragment) {
        found.add(fragment);
        return fragment;
    }

    /// The arguments of USING or of a cursor: expressions between commas.
    List<SqlFragment> list(String... ends) {
        String[] all = java.util.Arrays.copyOf(ends, ends.length + 1);
        all[ends.length] = ",";
        List<SqlFragment> list = new ArrayList<>();
        do {
            list.add(expression(all));
        } while (tokens.takeType(PgSql.COMMA));
        return list;
    }

    /// `name`, `name.field`, `$1`, with subscripts.
    Target target() {
        SqlToken first = tokens.peek();
        List<String> names = new ArrayList<>();
        if (first.getType() == PgSql.PARAM) {
            names.add(first.getText());
            tokens.at++;
        } else {
            names.add(tokens.name());
        }
        List<Target.Accessor> accessors = new ArrayList<>();
        while (true) {
            if (tokens.takeType(PgSql.DOT)) {
                SqlToken field = tokens.take();
                if (!BodyTokens.isName(field)) {
                    tokens.at--;
                    throw tokens.unexpected();
                }
                if (accessors.isEmpty()) {
                    names.add(field.value());
                } else {
                    accessors.add(new Target.Field(field.value()));
                }
            } else if (tokens.takeType(PgSql.LB)) {
                accessors.add(subscript());
            } else {
                return new Target(names, accessors, first.at());
            }
        }
    }

    private Target.Accessor subscript() {
        @Nullable SqlFragment lower = tokens.is(0, PgSql.COLON) ? null : expression("]", ":");
        if (lower != null && tokens.takeType(PgSql.RB)) {
            return new Target.Subscript(lower);
        }
        tokens.expect(PgSql.COLON);
        @Nullable SqlFragment upper = tokens.is(0, PgSql.RB) ? null : expression("]");
        tokens.expect(PgSql.RB);
        return new Target.Slice(lower, upper);
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        do {
            targets.add(target());
        } while (tokens.takeType(PgSql.COMMA));
        return targets;
    }
}
