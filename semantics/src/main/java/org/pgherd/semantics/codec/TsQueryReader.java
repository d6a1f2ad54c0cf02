package org.pgherd.semantics.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsQuery.Join;
import org.pgherd.semantics.value.TsQuery.Node;
import org.pgherd.semantics.value.TsQuery.Not;
import org.pgherd.semantics.value.TsQuery.Operator;
import org.pgherd.semantics.value.TsQuery.Word;
import org.pgherd.semantics.value.TsVector;

/// The text form of tsquery (tsquery.c: gettoken_query_standard, makepol).
final class TsQueryReader {
    /// Operators that wait for their right side within one pair of parentheses.
    private static final int MAX_WAITING = 32;

    private record Waiting(Operator operator, int distance) {}

    private final String text;
    private final LexemeReader words;
    private final Deque<Node> nodes = new ArrayDeque<>();
    private int at;
    private int depth;
    private int bytes;
    private boolean first = true;
    private boolean needOperand = true;

    TsQueryReader(String text) {
        this.text = text;
        this.words = new LexemeReader(text, true);
    }

    TsQuery read(FunctionContext context) {
        group();
        if (nodes.isEmpty()) {
            context.notice(Notice.notice("text-search query doesn't contain lexemes: \"" + text + "\""));
            return TsQuery.EMPTY;
        }
        Node root = nodes.pop();
        if (!nodes.isEmpty()) {
            throw new SqlException(SqlState.INTERNAL_ERROR, "malformed tsquery: extra nodes");
        }
        return new TsQuery(root);
    }

    /// Up to the parenthesis that closes, or the end.
    private void group() {
        Deque<Waiting> waiting = new ArrayDeque<>();
        while (true) {
            skipSpace();
            char c = at < text.length() ? text.charAt(at) : 0;
            if (needOperand) {
                switch (c) {
                    case '!' -> {
                        at++;
                        first = false;
                        push(waiting, Operator.NOT, 0);
                    }
                    case '(' -> {
                        at++;
                        first = false;
                        depth++;
                        group();
                    }
                    case ':' -> throw words.syntaxError();
                    default -> {
                        if (!word()) {
                            reduce(waiting, Operator.OR);
                            return;
                        }
                    }
                }
            } else if (c == '&' || c == '|') {
                at++;
                needOperand = true;
                push(waiting, c == '&' ? Operator.AND : Operator.OR, 0);
            } else if (c == ')') {
                at++;
                if (--depth < 0) {
                    throw words.syntaxError();
                }
                reduce(waiting, Operator.OR);
                return;
            } else if (at >= text.length()) {
                if (depth != 0) {
                    throw words.syntaxError();
                }
                reduce(waiting, Operator.OR);
                return;
            } else {
                int distance = phraseDistance();
                if (distance < 0) {
                    throw words.syntaxError();
                }
                needOperand = true;
                push(waiting, Operator.PHRASE, distance);
            }
        }
    }

    private void skipSpace() {
        while (at < text.length() && LexemeReader.isSpace(text.charAt(at))) {
            at++;
        }
    }

    /// False at the end of a text without words.
    private boolean word() {
        if (!words.next(at)) {
            if (first) {
                return false;
            }
            throw new SqlException(SqlState.SYNTAX_ERROR, "no operand in tsquery: \"" + text + "\"");
        }
        first = false;
        at = words.at();
        int weights = 0;
        boolean prefix = false;
        if (at < text.length() && text.charAt(at) == ':') {
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                int bit = "dDcCbBaA".indexOf(c) / 2;
                if (c == '*') {
                    prefix = true;
                } else if ("dDcCbBaA".indexOf(c) >= 0) {
                    weights |= 1 << bit;
                } else {
                    break;
                }
            }
        }
        add(Text.of(words.word()), weights, prefix);
        needOperand = false;
        return true;
    }

    private void add(Text word, int weights, boolean prefix) {
        if (word.length() >= TsVector.MAX_LEXEME) {
            throw new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "word is too long in tsquery: \"" + text + "\"");
        }
        if (bytes >= TsVector.MAX_SIZE) {
            throw new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "value is too big in tsquery: \"" + text + "\"");
        }
        bytes += word.length() + 1;
        nodes.push(new Word(word, weights, prefix));
    }

    /// `<->` or `<n>`; -1 if it is neither.
    private int phraseDistance() {
        int i = at;
        if (text.charAt(i) != '<') {
            return -1;
        }
        i++;
        long distance = 1;
        if (i < text.length() && text.charAt(i) == '-') {
            i++;
        } else {
            int digits = i;
            distance = 0;
            while (i < text.length() && LexemeReader.isDigit(text.charAt(i))) {
                distance = Math.min(distance * 10 + text.charAt(i) - '0', Integer.MAX_VALUE);
                i++;
            }
            if (i == digits) {
                return -1;
            }
            if (distance > TsVector.POSITION_LIMIT) {
                throw badDistance();
            }
        }
        // a query may not end with the operator
        if (i + 1 >= text.length() || text.charAt(i) != '>') {
            return -1;
        }
        at = i + 1;
        return (int) distance;
    }

    static SqlException badDistance() {
        return new SqlException(
                SqlState.INVALID_PARAMETER_VALUE,
                "distance in phrase operator must be an integer value between zero and " + TsVector.POSITION_LIMIT
                        + " inclusive");
    }

    private void push(Deque<Waiting> waiting, Operator operator, int distance) {
        reduce(waiting, operator);
        if (waiting.size() == MAX_WAITING) {
            throw new SqlException(SqlState.INTERNAL_ERROR, "tsquery stack too small");
        }
        waiting.push(new Waiting(operator, distance));
    }

    /// Joins what binds as strongly as the operator that comes; NOT waits for its operand.
    private void reduce(Deque<Waiting> waiting, Operator coming) {
        while (!waiting.isEmpty()) {
            Waiting top = waiting.peek();
            int priority = top.operator().priority();
            if (coming.priority() > priority || coming == Operator.NOT && coming.priority() >= priority) {
                return;
            }
            waiting.pop();
            Node right = operand();
            nodes.push(
                    top.operator() == Operator.NOT
                            ? new Not(right)
                            : new Join(top.operator(), top.distance(), operand(), right));
        }
    }

    private Node operand() {
        Node node = nodes.poll();
        if (node == null) {
            throw new SqlException(SqlState.INTERNAL_ERROR, "malformed tsquery: operand not found");
        }
        return node;
    }
}
