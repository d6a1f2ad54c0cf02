package org.pgherd.grammar.lexer;

import static org.pgherd.grammar.antlr.PgSql.*;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Gives tokens whose meaning hangs on what follows a type of their own: what base_yylex of PostgreSQL's
/// parser.c does,
/// and a bit more, so that one token of look-ahead is enough:
/// - NOT_LA, NULLS_LA, WITH_LA, WITHOUT_LA, FORMAT_LA as there; AT_LA (TIME, LOCAL), DOUBLE_LA (PRECISION);
/// - COLNAME: a keyword of expression syntax that is used as a column's name, for no parenthesis follows;
/// - LPS: a parenthesis that opens a query; LPP: one whose whole content is a query in parentheses;
/// - LPE: the parenthesis of an empty grouping set; ARG_NAME: a name before := or => in parentheses;
/// - LABEL_OP: an operator's word that is a label, for no operand follows;
/// - BETWEEN_LA (behind ROWS, RANGE, GROUPS), JSON_LA (a parenthesis), COLLATION_LA (FOR), CURRENT_SCHEMA_LA
/// (no parenthesis), UNBOUNDED_LA, CURRENT_LA (ROW), CURRENT_OF, NESTED_LA, GROUPING_LA (SETS): by the word
/// that follows;
/// - SIMILAR_SUBSTR, ESCAPE_SUBSTR: those words within SUBSTRING (a SIMILAR b ESCAPE c).
public final class Retagger {
    /// YYMAXDEPTH of PostgreSQL's parser.
    private static final int MAX_SYMBOLS = 10_000;

    /// Its first state, and a SELECT with its quantifier.
    private static final int FIRST_SYMBOLS = 3;

    /// CASE, its argument, WHEN, a condition, THEN.
    private static final int CASE_SYMBOLS = 5;

    /// CREATE FUNCTION with all that stands before its body.
    private static final int ROUTINE_SYMBOLS = 11;

    private int[] opened = new int[64];
    private int[] close = new int[64];
    private int[] parens = new int[64];
    private int depth;
    private int deepest;

    /// What CASE and routines' bodies that are open have on the stack.
    private int[] blocks = new int[16];

    private int blockDepth;
    private boolean full;

    /// Symbols on the stack of PostgreSQL's parser, as far as nesting tells; and those of each open parenthesis.
    private int symbols;

    private int[] weights = new int[64];

    /// Retags all tokens; gives the deepest nesting of parentheses, brackets and CASE. Where PostgreSQL's parser has no
    /// more room on its stack, the tokens end with its error.
    public int retag(TokenBuffer buffer) {
        unicode(buffer);
        int size = buffer.size();
        if (close.length < size) {
            close = new int[Math.max(size, close.length * 2)];
        }
        depth = 0;
        deepest = 0;
        blockDepth = 0;
        full = false;
        symbols = FIRST_SYMBOLS;
        int opens = 0;
        for (int i = 0; i < size && !full; i++) {
            SqlToken token = buffer.token(i);
            switch (token.type) {
                case LP -> {
                    if (opens == parens.length) {
                        parens = Arrays.copyOf(parens, opens * 2);
                    }
                    parens[opens++] = i;
                    close[i] = -1;
                    open(buffer, i);
                }
                case LB -> open(buffer, i);
                case CASE -> begin(buffer, CASE_SYMBOLS, i);
                case ATOMIC -> begin(buffer, ROUTINE_SYMBOLS, i);
                case END -> end();
                case COLON_EQUALS, EQUALS_GREATER -> argumentName(buffer, i - 1);
                case RP, RB -> {
                    if (depth > 0) {
                        close[opened[--depth]] = i;
                        symbols -= weights[depth];
                    }
                }
                default -> {
                    if (token.type >= ABORT && token.type <= ZONE) {
                        token.type = keyword(buffer, i, token.type);
                    }
                }
            }
        }
        while (opens > 0) {
            int at = parens[--opens];
            if (typeAt(buffer, at) == LP) {
                paren(buffer, at);
            }
        }
        return deepest;
    }

    /// name := or name => within parentheses.
    private void argumentName(TokenBuffer buffer, int at) {
        if (depth > 0) {
            KeywordClass kind = at < 0 ? null : buffer.token(at).keywordClass();
            if (typeAt(buffer, at) == IDENT || kind == KeywordClass.UNRESERVED || kind == KeywordClass.TYPE_FUNC_NAME) {
                buffer.token(at).type = ARG_NAME;
            }
        }
    }

    private void open(TokenBuffer buffer, int at) {
        if (depth == opened.length) {
            opened = Arrays.copyOf(opened, depth * 2);
            weights = Arrays.copyOf(weights, depth * 2);
        }
        int before = before(buffer, at);
        int weight = before + (typeAt(buffer, at + 1) == SELECT ? 3 : 1);
        weights[depth] = weight;
        opened[depth++] = at;
        deepest = Math.max(deepest, depth + blockDepth);
        push(buffer, weight, at - before);
    }

    /// CASE, or the body of a routine, which END ends.
    private void begin(TokenBuffer buffer, int weight, int at) {
        if (blockDepth == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockDepth * 2);
        }
        blocks[blockDepth++] = weight;
        deepest = Math.max(deepest, depth + blockDepth);
        push(buffer, weight, at);
    }

    private void end() {
        if (blockDepth > 0) {
            symbols -= blocks[--blockDepth];
        }
    }

    /// The symbols before a parenthesis that wait for its end: a name, or an operator and its left operand.
    private static int before(TokenBuffer buffer, int at) {
        return switch (typeAt(buffer, at - 1)) {
            case PLUS, MINUS, STAR, SLASH, PERCENT, CARET, LT, GT, EQ, OP -> isOperand(buffer, at - 2) ? 2 : 1;
            case AND, OR, LIKE, IN, COMMA -> 2;
            case LP, SELECT, FROM, EOF -> 0;
            default -> 1;
        };
    }

    private static boolean isOperand(TokenBuffer buffer, int at) {
        return switch (typeAt(buffer, at)) {
            case ICONST, FCONST, SCONST, IDENT, PARAM, RP, RB -> true;
            default -> false;
        };
    }

    /// Where the stack is full, yyexhausted has its error at the token that was read last.
    private void push(TokenBuffer buffer, int weight, int first) {
        int free = MAX_SYMBOLS - symbols;
        symbols += weight;
        if (weight < free || buffer.failure() != null) {
            return;
        }
        SqlToken token = buffer.token(Math.min(Math.max(first, 0) + free - 1, buffer.size() - 1));
        if (token.type == EOF) {
            return;
        }
        buffer.fail(new SqlException(
                SqlState.SYNTAX_ERROR, "memory exhausted at or near \"" + token.getText() + "\"", token.at()));
        token.type = LEX_ERROR;
        full = true;
    }

    private static int typeAt(TokenBuffer buffer, int at) {
        return at < 0 ? EOF : at >= buffer.size() ? EOF : buffer.token(at).type;
    }

    private int keyword(TokenBuffer buffer, int at, int type) {
        int next = typeAt(buffer, at + 1);
        return switch (type) {
            case NOT ->
                next == BETWEEN || next == IN || next == LIKE || next == ILIKE || next == SIMILAR ? NOT_LA : NOT;
            case NULLS -> next == FIRST || next == LAST ? NULLS_LA : NULLS;
            case WITH -> next == TIME || next == ORDINALITY ? WITH_LA : afterIsJson(buffer, at) ? WITH_UNIQUE : WITH;
            case WITHOUT -> next == TIME ? WITHOUT_LA : afterIsJson(buffer, at) ? WITH_UNIQUE : WITHOUT;
            case FORMAT -> next == JSON ? FORMAT_LA : FORMAT;
            case AT -> next == TIME || next == LOCAL ? AT_LA : AT;
            case DOUBLE -> next == PRECISION ? DOUBLE_LA : DOUBLE;
            case IS, LIKE, ILIKE, IN, AND, OR, COLLATE -> endsTarget(next) ? LABEL_OP : type;
            case OPERATOR -> next == LP || namesOperators(typeAt(buffer, at - 1), next) ? OPERATOR : COLNAME;
            case SIMILAR ->
                endsTarget(next) ? LABEL_OP : next != TO && takesSimilar(buffer, at) ? SIMILAR_SUBSTR : SIMILAR;
            case ESCAPE -> inSubstring(buffer) ? ESCAPE_SUBSTR : endsTarget(next) ? COLNAME : ESCAPE;
            case UNBOUNDED -> next == PRECEDING || next == FOLLOWING ? UNBOUNDED_LA : UNBOUNDED;
            case CURRENT -> next == ROW ? CURRENT_LA : next == OF ? CURRENT_OF : CURRENT;
            case NESTED -> next == PATH || next == SCONST ? NESTED_LA : NESTED;
            case ROW -> next == LP || keepsRow(typeAt(buffer, at - 1)) ? ROW : COLNAME;
            case BETWEEN -> {
                int before = typeAt(buffer, at - 1);
                if (endsTarget(next)) {
                    yield COLNAME;
                }
                if (before != ROWS && before != RANGE && before != GROUPS) {
                    yield BETWEEN;
                }
                yield continuesColumn(next) ? COLNAME : BETWEEN_LA;
            }
            case JSON -> next == LP ? JSON_LA : JSON;
            case COLLATION -> next == FOR ? COLLATION_LA : COLLATION;
            case CURRENT_SCHEMA -> next == LP || next == SCONST ? CURRENT_SCHEMA : CURRENT_SCHEMA_LA;
            case COALESCE, EXTRACT, GREATEST, LEAST, NULLIF, OVERLAY, POSITION, SUBSTRING, TRIM, TREAT, NORMALIZE ->
                next == LP ? type : COLNAME;
            case XMLATTRIBUTES, XMLCONCAT, XMLELEMENT, XMLEXISTS, XMLFOREST, XMLNAMESPACES, XMLPARSE, XMLPI, XMLROOT ->
                next == LP ? type : COLNAME;
            case XMLSERIALIZE, XMLTABLE, JSON_ARRAY, JSON_ARRAYAGG, JSON_EXISTS, JSON_OBJECT, JSON_OBJECTAGG ->
                next == LP ? type : COLNAME;
            case JSON_QUERY, JSON_SCALAR, JSON_SERIALIZE, JSON_TABLE, JSON_VALUE, MERGE_ACTION ->
                next == LP ? type : COLNAME;
            case GROUPING -> next == LP ? type : next == SETS ? GROUPING_LA : COLNAME;
            case VALUES ->
                next == LP || typeAt(buffer, at - 1) == FOR || insertsDefaults(buffer, at - 1) ? type : COLNAME;
            case EXISTS -> next == LP || typeAt(buffer, at - 1) == IF || afterIfNot(buffer, at) ? type : COLNAME;
            default -> type;
        };
    }

    /// DEFAULT VALUES of an INSERT, rather than a column that DEFAULT of another statement names.
    private static boolean insertsDefaults(TokenBuffer buffer, int at) {
        if (typeAt(buffer, at) != DEFAULT) {
            return false;
        }
        for (int i = at - 1; i >= 0; i--) {
            switch (typeAt(buffer, i)) {
                case INSERT -> {
                    return true;
                }
                case LP, RP, COMMA, SEMI, LB, RB -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /// Behind a column's name this goes on, and no bound of a frame begins with it.
    private static boolean continuesColumn(int next) {
        return switch (next) {
            case AND, OR, COLLATE, STAR, SLASH, PERCENT, CARET, EQ, LT, GT, LESS_EQUALS, GREATER_EQUALS -> true;
            case NOT_EQUALS, DOT, LB, TYPECAST, IN, IS, ISNULL, NOTNULL -> true;
            default -> false;
        };
    }

    /// Whether SIMILAR without TO is that of SUBSTRING: an operand stands before it.
    private boolean takesSimilar(TokenBuffer buffer, int at) {
        return depth > 0
                && opened[depth - 1] < at - 1
                && typeAt(buffer, at - 1) != COMMA
                && typeAt(buffer, opened[depth - 1] - 1) == SUBSTRING;
    }

    /// Behind IS JSON, and the kind of JSON, WITH or WITHOUT can only begin UNIQUE KEYS.
    private static boolean afterIsJson(TokenBuffer buffer, int at) {
        int i = at - 1;
        switch (typeAt(buffer, i)) {
            case VALUE, ARRAY, OBJECT, SCALAR -> i--;
            default -> {}
        }
        if (typeAt(buffer, i) != JSON) {
            return false;
        }
        int before = typeAt(buffer, i - 1);
        return before == IS || (before == NOT && typeAt(buffer, i - 2) == IS);
    }

    /// Statements about operators, and members of operator classes.
    private static boolean namesOperators(int before, int next) {
        return switch (before) {
            case CREATE, ALTER, DROP, ON, ADD, AS -> true;
            case COMMA -> next == ICONST;
            default -> false;
        };
    }

    /// FOR EACH ROW, CURRENT ROW, and NEW ROW of triggers.
    private static boolean keepsRow(int before) {
        return before == EACH || before == FOR || before == CURRENT_LA || before == OLD || before == NEW;
    }

    /// No operand begins with this, so an operator's word before it is a name or a label.
    private static boolean endsTarget(int next) {
        return switch (next) {
            case COMMA, RP, SEMI, EOF, FROM, INTO, WHERE, GROUP, HAVING, WINDOW, ORDER, LIMIT, OFFSET, FETCH, FOR ->
                true;
            case UNION, EXCEPT, INTERSECT -> true;
            default -> false;
        };
    }

    private static boolean afterIfNot(TokenBuffer buffer, int at) {
        return typeAt(buffer, at - 1) == NOT && typeAt(buffer, at - 2) == IF;
    }

    /// Whether the innermost parenthesis is that of SUBSTRING and a SIMILAR without TO came.
    private boolean inSubstring(TokenBuffer buffer) {
        if (depth == 0 || typeAt(buffer, opened[depth - 1] - 1) != SUBSTRING) {
            return false;
        }
        int nested = 0;
        for (int i = opened[depth - 1] + 1; ; i++) {
            switch (typeAt(buffer, i)) {
                case LP, LB -> nested++;
                case RP, RB -> nested--;
                case SIMILAR_SUBSTR -> {
                    if (nested == 0) {
                        return true;
                    }
                }
                case ESCAPE, EOF -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private void paren(TokenBuffer buffer, int at) {
        switch (typeAt(buffer, at + 1)) {
            case SELECT, WITH, WITH_LA, TABLE -> buffer.token(at).type = LPS;
            case VALUES -> buffer.token(at).type = LPS;
            case LPS, LPP -> around(buffer, at);
            case RP -> {
                switch (typeAt(buffer, at - 1)) {
                    case BY, COMMA, LP, LPS, LPP, DISTINCT, ALL -> buffer.token(at).type = LPE;
                    default -> {}
                }
            }
            case LP -> {
                // ((( select )) union ...: the middle one was not known to be alone when it follows a name
                if (close[at + 1] >= 0 && opensQuery(buffer, at + 1)) {
                    around(buffer, at);
                }
            }
            default -> {}
        }
    }

    private boolean opensQuery(TokenBuffer buffer, int at) {
        int i = at;
        while (typeAt(buffer, i) == LP && close[i] >= 0 && close[i + 1] == close[i] - 1) {
            i++;
        }
        return i > at && (typeAt(buffer, i) == LPS || typeAt(buffer, i) == LPP);
    }

    private void around(TokenBuffer buffer, int at) {
        int inner = close[at + 1];
        if (inner < 0) {
            return;
        }
        int before = typeAt(buffer, at - 1);
        switch (typeAt(buffer, inner + 1)) {
            case UNION, EXCEPT, INTERSECT, LIMIT, OFFSET, FETCH -> buffer.token(at).type = LPS;
            case ORDER, FOR -> {
                if (!mayNameFunction(before)) {
                    buffer.token(at).type = LPS;
                }
            }
            case RP -> {
                switch (before) {
                    case FROM, JOIN, COMMA, LP, LPS, LATERAL, USING -> buffer.token(at).type = LPP;
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private static boolean mayNameFunction(int type) {
        if (type == IDENT || type == COLNAME) {
            return true;
        }
        if (type == EXISTS) {
            return false;
        }
        KeywordClass kind = Keywords.classOf(type);
        return kind != null && kind != KeywordClass.RESERVED;
    }

    /// Joins U&'...' with its UESCAPE and decodes it.
    private static void unicode(TokenBuffer buffer) {
        for (int i = 0; i < buffer.size(); i++) {
            SqlToken token = buffer.token(i);
            if (token.type == USCONST || token.type == UIDENT) {
                SqlException error = unicode(buffer, i, token);
                if (error != null) {
                    buffer.fail(error);
                    token.type = LEX_ERROR;
                    return;
                }
            }
        }
    }

    private static @Nullable SqlException unicode(TokenBuffer buffer, int at, SqlToken token) {
        char escape = '\\';
        int end = token.end;
        if (typeAt(buffer, at + 1) == UESCAPE) {
            SqlToken literal = buffer.token(at + 2);
            SqlException lexical = buffer.failure();
            if (literal.type == LEX_ERROR && lexical != null) {
                return lexical;
            }
            if (literal.type != SCONST) {
                return new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "UESCAPE must be followed by a simple string literal"
                                + (literal.type == EOF
                                        ? " at end of input"
                                        : " at or near \"" + literal.getText() + "\""),
                        literal.at());
            }
            String value = literal.value();
            if (value.length() != 1 || !UnicodeEscapes.isEscape(value.charAt(0))) {
                return new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "invalid Unicode escape character at or near \"" + literal.getText() + "\"",
                        literal.at());
            }
            escape = value.charAt(0);
            end = literal.end;
        }
        try {
            String decoded = UnicodeEscapes.decode(token, escape);
            boolean name = token.type == UIDENT;
            if (name) {
                buffer.cut(token, decoded);
            } else {
                token.value = decoded;
            }
            token.type = name ? IDENT : SCONST;
        } catch (SqlException error) {
            return error;
        }
        if (end != token.end) {
            token.end = end;
            buffer.remove(at + 1, at + 3);
        }
        return null;
    }

    /// Takes back a tag of parentheses, where the parser can do nothing with it: the error then shows
    /// where PostgreSQL has it.
    public static boolean untag(SqlToken token) {
        if (token.type == LPS || token.type == LPP || token.type == LPE) {
            token.type = LP;
            return true;
        }
        if (token.type == ARG_NAME) {
            token.type = Keywords.typeOf(token.getText());
            return true;
        }
        if (token.type == LABEL_OP) {
            token.type = Keywords.typeOf(token.getText());
            return true;
        }
        switch (token.type) {
            case COALESCE, EXTRACT, GREATEST, LEAST, NULLIF, OVERLAY, POSITION, SUBSTRING, TRIM, TREAT, NORMALIZE -> {
                return named(token);
            }
            case XMLATTRIBUTES,
                    XMLCONCAT,
                    XMLELEMENT,
                    XMLEXISTS,
                    XMLFOREST,
                    XMLNAMESPACES,
                    XMLPARSE,
                    XMLPI,
                    XMLROOT -> {
                return named(token);
            }
            case XMLSERIALIZE, XMLTABLE, JSON_ARRAY, JSON_ARRAYAGG, JSON_EXISTS, JSON_OBJECT, JSON_OBJECTAGG -> {
                return named(token);
            }
            case JSON_QUERY, JSON_SCALAR, JSON_SERIALIZE, JSON_TABLE, JSON_VALUE, MERGE_ACTION -> {
                return named(token);
            }
            case ROW, VALUES, GROUPING, EXISTS -> {
                return named(token);
            }
            case COLNAME -> {
                int keyword = Keywords.typeOf(token.getText());
                if (keyword == VALUES || keyword == BETWEEN || keyword == ESCAPE || keyword == OPERATOR) {
                    token.type = keyword;
                    SqlToken before = token.buffer.token(Math.max(token.index - 1, 0));
                    if (keyword == VALUES && before.type == LP) {
                        before.type = LPS;
                    }
                    return true;
                }
            }
            case JSON_LA,
                    COLLATION_LA,
                    CURRENT_OF,
                    CURRENT_LA,
                    UNBOUNDED_LA,
                    NESTED_LA,
                    AT_LA,
                    SIMILAR_SUBSTR,
                    ESCAPE_SUBSTR,
                    DOUBLE_LA -> {
                token.type = Keywords.typeOf(token.getText());
                return true;
            }
            default -> {}
        }
        return false;
    }

    /// Where no expression stands, a keyword of expression syntax is a name though a parenthesis follows.
    private static boolean named(SqlToken token) {
        switch (typeAt(token.buffer, token.index + 1)) {
            case LP, LPS, LPP, LPE -> {
                token.type = COLNAME;
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /// The tag that the parser would have taken instead of this type, had the right word followed; 0 if there is none.
    /// PostgreSQL's parser takes both for the same word and misses what follows.
    public static int tagged(int type) {
        return switch (type) {
            case AT -> AT_LA;
            case GROUPING_LA -> GROUPING;
            case CURRENT -> CURRENT_LA;
            case UNBOUNDED -> UNBOUNDED_LA;
            case SIMILAR_SUBSTR -> SIMILAR;
            case LP -> LPS;
            default -> 0;
        };
    }

    /// The error of a statement that nests too deep, which has no position.
    public static SqlException tooDeep() {
        return new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
                .withHint("Increase the configuration parameter \"max_stack_depth\" (currently 2048kB), after ensuring"
                        + " the platform's stack depth limit is adequate.");
    }
}
