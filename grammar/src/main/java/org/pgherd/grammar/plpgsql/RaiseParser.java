package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlToken;

/// RAISE in all its forms.
final class RaiseParser {
    private static final Set<String> OPTIONS =
            Set.of("message", "detail", "hint", "errcode", "column", "constraint", "datatype", "table", "schema");
    private final BodyTokens tokens;
    private final FragmentReader fragments;

    RaiseParser(BodyTokens tokens, FragmentReader fragments) {
        this.tokens = tokens;
        this.fragments = fragments;
    }

    PlStatement raise(int line) {
        tokens.at++;
        String level = "EXCEPTION";
        switch (tokens.word(0)) {
            case "exception", "warning", "notice", "info", "log", "debug" ->
                level = tokens.take().value().toUpperCase(Locale.ROOT);
            default -> {}
        }
        @Nullable String format = null;
        PlStatement.@Nullable Condition condition = null;
        List<SqlFragment> arguments = new ArrayList<>();
        SqlToken first = tokens.peek();
        if (first.getType() == PgSql.SCONST) {
            format = tokens.take().value();
            while (tokens.takeType(PgSql.COMMA)) {
                arguments.add(fragments.expression(",", ";", "using"));
            }
        } else if (!tokens.is(0, PgSql.SEMI) && !tokens.isWord("using")) {
            condition = condition();
        }
        List<PlStatement.RaiseOption> options = new ArrayList<>();
        if (tokens.takeWord("using")) {
            do {
                options.add(option());
            } while (tokens.takeType(PgSql.COMMA));
        }
        if (format != null) {
            check(format, arguments.size(), first);
        }
        tokens.expect(PgSql.SEMI);
        return new PlStatement.Raise(level, condition, format, arguments, options, line);
    }

    private PlStatement.Condition condition() {
        SqlToken at = tokens.peek();
        String name = tokens.name();
        if (name.equals("sqlstate")) {
            if (!tokens.is(0, PgSql.SCONST)) {
                throw tokens.unexpected();
            }
            SqlToken code = tokens.take();
            if (code.value().length() != 5) {
                throw BodyTokens.error("invalid SQLSTATE code", code.at());
            }
            return new PlStatement.Condition(code.value(), true, at.at());
        }
        ConditionNames.check(name, at.at());
        return new PlStatement.Condition(name, false, at.at());
    }

    private PlStatement.RaiseOption option() {
        String name = tokens.word(0);
        if (!OPTIONS.contains(name)) {
            throw BodyTokens.error(
                    "unrecognized RAISE statement option", tokens.peek().at());
        }
        tokens.at++;
        if (!tokens.takeType(PgSql.EQ) && !tokens.takeType(PgSql.COLON_EQUALS)) {
            throw BodyTokens.error("syntax error, expected \"=\"", tokens.peek().at());
        }
        return new PlStatement.RaiseOption(name.toUpperCase(Locale.ROOT), fragments.expression(",", ";"));
    }

    private static void check(String format, int given, SqlToken at) {
        int wanted = 0;
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) == '%') {
                if (i + 1 < format.length() && format.charAt(i + 1) == '%') {
                    i++;
                } else {
                    wanted++;
                }
            }
        }
        if (given > wanted) {
            throw BodyTokens.error("too many parameters specified for RAISE", at.at());
        }
        if (given < wanted) {
            throw BodyTokens.error("too few parameters specified for RAISE", at.at());
        }
    }
}
