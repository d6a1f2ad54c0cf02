package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;

/// RAISE in all its forms, and the conditions of WHEN.
final class RaiseParser {
    private static final Set<String> LEVELS = Set.of("exception", "warning", "notice", "info", "log", "debug");
    private static final Set<String> OPTIONS =
            Set.of("message", "detail", "hint", "errcode", "column", "constraint", "datatype", "table", "schema");
    private final Scanner scanner;
    private final FragmentReader fragments;

    RaiseParser(Scanner scanner, FragmentReader fragments) {
        this.scanner = scanner;
        this.fragments = fragments;
    }

    PlStatement raise(int line) {
        PlToken token = some(scanner.next());
        String level = "EXCEPTION";
        @Nullable String format = null;
        PlStatement.@Nullable Condition condition = null;
        List<SqlFragment> arguments = new ArrayList<>();
        List<PlStatement.RaiseOption> options = new ArrayList<>();
        if (token.type() != PgSql.SEMI) {
            if (LEVELS.contains(token.word()) && token.isKeyword(token.word())) {
                level = token.word().toUpperCase(Locale.ROOT);
                token = some(scanner.next());
            }
            if (token.type() == PgSql.SCONST) {
                format = scanner.tokens.stringAt(token);
                token = scanner.next();
                if (token.type() != PgSql.COMMA && token.type() != PgSql.SEMI && !token.isReserved("using")) {
                    throw scanner.unexpected(token);
                }
                while (token.type() == PgSql.COMMA) {
                    arguments.add(fragments.expression(", or ; or USING", ",", ";", "using"));
                    token = fragments.end();
                }
            } else if (!token.isReserved("using")) {
                condition = condition(token);
                token = scanner.next();
                if (token.type() != PgSql.SEMI && !token.isReserved("using")) {
                    throw scanner.unexpected(token);
                }
            }
            if (token.isReserved("using")) {
                do {
                    options.add(option());
                } while (!fragments.endedWith(";"));
            }
        }
        if (format != null) {
            check(format, arguments.size());
        }
        return new PlStatement.Raise(level, condition, format, arguments, options, line);
    }

    private PlToken some(PlToken token) {
        if (token.type() == PgSql.EOF) {
            throw scanner.complain("unexpected end of function definition", token);
        }
        return token;
    }

    private PlStatement.Condition condition(PlToken token) {
        if (token.isKeyword("sqlstate")) {
            return new PlStatement.Condition(sqlState(), true, token.at());
        }
        if (token.type() != PlToken.WORD && token.type() != PlToken.KEYWORD) {
            throw scanner.unexpected(token);
        }
        ConditionNames.check(token.word());
        return new PlStatement.Condition(token.word(), false, token.at());
    }

    /// A condition of WHEN.
    PlStatement.Condition handled() {
        PlToken token = scanner.anyIdentifier();
        if (token.word().equals("sqlstate")) {
            return new PlStatement.Condition(sqlState(), true, token.at());
        }
        if (!token.word().equals("others")) {
            ConditionNames.check(token.word());
        }
        return new PlStatement.Condition(token.word(), false, token.at());
    }

    private String sqlState() {
        PlToken token = scanner.next();
        if (token.type() != PgSql.SCONST) {
            throw scanner.unexpected(token);
        }
        String code = scanner.tokens.stringAt(token);
        boolean fits =
                code.length() == 5 && code.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
        if (!fits) {
            throw scanner.complain("invalid SQLSTATE code", token);
        }
        return code;
    }

    private PlStatement.RaiseOption option() {
        PlToken token = some(scanner.next());
        if (!OPTIONS.contains(token.word()) || !token.isKeyword(token.word())) {
            throw scanner.complain("unrecognized RAISE statement option", token);
        }
        PlToken sign = scanner.next();
        if (sign.type() != PgSql.EQ && sign.type() != PgSql.COLON_EQUALS) {
            throw scanner.complain("syntax error, expected \"=\"", sign);
        }
        return new PlStatement.RaiseOption(
                token.word().toUpperCase(Locale.ROOT), fragments.expression(", or ;", ",", ";"));
    }

    private static void check(String format, int given) {
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
        if (given != wanted) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    given > wanted
                            ? "too many parameters specified for RAISE"
                            : "too few parameters specified for RAISE");
        }
    }
}
