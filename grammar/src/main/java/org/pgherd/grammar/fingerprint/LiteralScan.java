package org.pgherd.grammar.fingerprint;

import static org.pgherd.grammar.antlr.PgSql.*;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.grammar.lexer.KeywordClass;
import org.pgherd.grammar.lexer.SqlLexer;
import org.pgherd.grammar.lexer.SqlToken;
import org.pgherd.grammar.lexer.TokenBuffer;

/// One pass over the tokens of a statement. A literal stays in the text wherever a parameter could mean
/// something else.
final class LiteralScan {
    private final TokenBuffer tokens = new TokenBuffer();
    private final List<Literal> literals = new ArrayList<>();
    private String text = "";
    private long hash;
    /// Literals stay until the parentheses are back at this depth; -1 if none is open.
    private int keepDepth;
    private int depth;
    /// The depths at which an ORDER BY or GROUP BY list is open, a bit each; deeper ones all count as such.
    private long lists;
    private boolean arbiter;
    /// Behind :: or AS: a type's name may follow, and its modifiers.
    private boolean typeName;
    private boolean shares;
    private int parameters;

    void release() {
        tokens.release();
        literals.clear();
        text = "";
    }

    Fingerprint run(String statement) {
        text = statement;
        SqlLexer.lex(tokens, statement, 0, statement.length());
        hash = 0x9E3779B97F4A7C15L;
        boolean folds = tokens.failure() == null && survey();
        depth = 0;
        keepDepth = -1;
        lists = 0;
        arbiter = false;
        typeName = false;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.token(i);
            int type = token.getType();
            LiteralKind kind = folds ? kindOf(type, token) : null;
            if (kind != null && mayFold(i, type)) {
                Literal literal = literal(kind, token);
                literals.add(literal);
                mix(1000 + kind.ordinal());
                mix(shares ? literal.parameter() : 0);
            } else {
                mix(type);
                if (type != EOF && !(type >= ABORT && type <= ZONE)) {
                    text(token, type == IDENT);
                }
            }
            if (folds) {
                context(i, type);
            }
        }
        return new Fingerprint(finish(hash), literals);
    }

    /// Whether this is a query whose literals may be parameters at all; notes the highest parameter it
    /// has itself and
    /// whether expressions are compared with each other, so that equal literals must be one parameter.
    private boolean survey() {
        parameters = 0;
        shares = false;
        switch (typeAt(0)) {
            case SELECT, INSERT, UPDATE, DELETE, MERGE, WITH, VALUES, LP -> {}
            default -> {
                return false;
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            switch (typeAt(i)) {
                case PARAM ->
                    parameters = Math.max(
                            parameters, Integer.parseInt(tokens.token(i).value()));
                // positions may stand deep in these, and paths, defaults and marks must be constants
                case ROLLUP, CUBE, GROUPING, JSON_TABLE, JSON_VALUE, JSON_QUERY, JSON_EXISTS, XMLTABLE, CYCLE -> {
                    return false;
                }
                case GROUP, DISTINCT, OVER, WINDOW -> shares = true;
                default -> {}
            }
        }
        return true;
    }

    private int typeAt(int at) {
        return at < 0 || at >= tokens.size() ? EOF : tokens.token(at).getType();
    }

    private static LiteralKind kind(String digits) {
        if (digits.length() < 10) {
            return LiteralKind.INT4;
        }
        return LiteralKind.INT8;
    }

    private @org.jspecify.annotations.Nullable LiteralKind kindOf(int type, SqlToken token) {
        return switch (type) {
            case ICONST -> LiteralKind.INT4;
            case FCONST -> floating(token);
            case SCONST -> LiteralKind.STRING;
            case BCONST, XCONST -> LiteralKind.BIT;
            default -> null;
        };
    }

    /// int8 or numeric; what negation would bring back into a smaller type stays in the text, and 0x notations too.
    private static @org.jspecify.annotations.Nullable LiteralKind floating(SqlToken token) {
        String digits = token.value();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return digits.startsWith("0x")
                                || digits.startsWith("0X")
                                || c == 'o'
                                || c == 'O'
                                || c == 'b'
                                || c == 'B'
                        ? null
                        : LiteralKind.NUMERIC;
            }
        }
        if (digits.equals("2147483648") || digits.equals("9223372036854775808")) {
            return null;
        }
        int length = digits.length();
        return length < 19 || (length == 19 && digits.compareTo("9223372036854775807") <= 0)
                ? kind(digits)
                : LiteralKind.NUMERIC;
    }

    // ------------------------------------------------------------------ where literals stay

    private boolean mayFold(int i, int type) {
        if (keepDepth >= 0 || arbiter) {
            return false;
        }
        int before = typeAt(i - 1);
        int after = typeAt(i + 1);
        if (after == TYPECAST || after == COLLATE || after == PRECEDING || after == FOLLOWING) {
            return false;
        }
        // a sign goes with a number only: OFFSET -1 ROWS
        if ((after == ROW || after == ROWS) && (before == MINUS || before == PLUS)) {
            return false;
        }
        if (isWrapped(i)) {
            return false;
        }
        if (before == LP && typeAt(i - 2) == EXTRACT) {
            return false;
        }
        return type != SCONST || !isTyped(i, before);
    }

    /// A constant that, but for signs and parentheses, is a whole item of ORDER BY or GROUP BY, which may be a
    /// position,
    /// or the whole operand of a cast.
    private boolean isWrapped(int i) {
        int left = i - 1;
        int right = i + 1;
        int parens = 0;
        while (true) {
            int before = typeAt(left);
            if (before == LP && typeAt(right) == RP) {
                parens++;
                left--;
                right++;
                int after = typeAt(right);
                if (after == TYPECAST || after == COLLATE) {
                    return true;
                }
            } else if (before == MINUS || before == PLUS) {
                left--;
            } else {
                break;
            }
        }
        if (typeAt(left) == LP && typeAt(right) == AS && (typeAt(left - 1) == CAST || typeAt(left - 1) == TREAT)) {
            return true;
        }
        return isList(depth - parens) && isItem(typeAt(left), typeAt(right));
    }

    private boolean isList(int at) {
        return at >= Long.SIZE || (at >= 0 && (lists & 1L << at) != 0);
    }

    private void setList(boolean open) {
        if (depth >= 0 && depth < Long.SIZE) {
            lists = open ? lists | 1L << depth : lists & ~(1L << depth);
        }
    }

    private static boolean isItem(int before, int after) {
        switch (before) {
            case BY, COMMA, DISTINCT, ALL -> {}
            default -> {
                return false;
            }
        }
        return switch (after) {
            case COMMA, RP, EOF, SEMI, ASC, DESC, NULLS, USING, LIMIT, OFFSET, FETCH, FOR, HAVING, WINDOW, ORDER ->
                true;
            case UNION, EXCEPT, INTERSECT, RETURNING, ON, ROWS, RANGE, GROUPS, INTO -> true;
            default -> false;
        };
    }

    /// A string behind the name of a type (date '2024-01-01'), or behind UESCAPE.
    private boolean isTyped(int i, int before) {
        if (before == IDENT || before == RP || before == UIDENT || before == SCONST || before == USCONST) {
            return true;
        }
        KeywordClass kind = tokens.token(Math.max(i - 1, 0)).keywordClass();
        if (i == 0 || kind == null || kind == KeywordClass.RESERVED) {
            return false;
        }
        return switch (before) {
            case ZONE -> typeAt(i - 3) != AT;
            case LIKE, ILIKE, SIMILAR, BETWEEN, ESCAPE, VALUES, OFFSET -> false;
            default -> true;
        };
    }

    private void context(int i, int type) {
        switch (type) {
            case LP, LB -> {
                if (keepDepth < 0 && opensModifiers(i, type)) {
                    keepDepth = depth;
                }
                depth++;
                setList(false);
                typeName = false;
            }
            case RP, RB -> {
                depth--;
                if (depth <= keepDepth) {
                    keepDepth = -1;
                }
            }
            case BY -> setList(true);
            case LIMIT, OFFSET, FETCH, HAVING, WINDOW, UNION, EXCEPT, INTERSECT, SELECT, RETURNING -> {
                setList(false);
                typeName = false;
            }
            case TYPECAST, AS -> typeName = true;
            case IN, ANY, SOME, ALL, LIKE, ILIKE, AND, OR, BETWEEN -> typeName = false;
            case CONFLICT -> arbiter = true;
            case DO -> arbiter = false;
            case DOT, IDENT -> {}
            default -> {
                if (type < ABORT || type > ZONE) {
                    typeName = false;
                }
            }
        }
    }

    /// The modifiers of a type, the bounds of an array type, the precision of CURRENT_TIME and its kin; and DISTINCT
    /// ON,
    /// which knows positions.
    private boolean opensModifiers(int i, int type) {
        int before = typeAt(i - 1);
        if (before == ON && typeAt(i - 2) == DISTINCT) {
            return true;
        }
        if (typeName && before != AS && before != MATERIALIZED && before != TYPECAST) {
            return true;
        }
        if (type == LB) {
            return false;
        }
        return switch (before) {
            case NUMERIC, DECIMAL, DEC, VARCHAR, CHAR, CHARACTER, VARYING, BIT, FLOAT, TIME, TIMESTAMP, INTERVAL ->
                true;
            case SECOND, NCHAR, CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP -> true;
            case IDENT -> typeAt(i - 2) == IDENT;
            default -> false;
        };
    }

    private Literal literal(LiteralKind kind, SqlToken token) {
        String value = kind == LiteralKind.INT4 ? Integer.toString(token.intValue()) : token.value();
        if (shares) {
            for (Literal known : literals) {
                if (known.kind() == kind && known.value().equals(value)) {
                    return new Literal(known.parameter(), kind, value, token.at());
                }
            }
        }
        return new Literal(++parameters, kind, value, token.at());
    }

    // ------------------------------------------------------------------ hash

    private void mix(long value) {
        hash = (hash ^ value) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 32;
    }

    private void text(SqlToken token, boolean name) {
        int end = token.end();
        boolean folded = name && text.charAt(token.start()) != '"';
        long word = token.end() - token.start();
        for (int i = token.start(); i < end; i++) {
            char c = text.charAt(i);
            if (folded && c >= 'A' && c <= 'Z') {
                c += 'a' - 'A';
            }
            word = word * 0x100000001b3L + c;
        }
        mix(word);
    }

    private static long finish(long hash) {
        long h = hash ^ (hash >>> 33);
        h *= 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
