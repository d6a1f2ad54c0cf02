package org.pgherd.semantics.function.textsearch;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsQuery.Join;
import org.pgherd.semantics.value.TsQuery.Node;
import org.pgherd.semantics.value.TsQuery.Not;
import org.pgherd.semantics.value.TsQuery.Word;

/// Whether a query holds, given what is known of its words (tsvector_op.c: TS_execute, TS_phrase_execute).
abstract class QueryMatch {
    enum Answer {
        NO,
        YES,
        /// The word is there, nobody knows where.
        MAYBE
    }

    /// Where something matches: the ends of matches, ascending.
    static final class Places {
        private static final int[] NONE = {};

        int[] at = NONE;
        /// Everywhere but there.
        boolean except;
        /// Words that a match spans, less one.
        int width;
    }

    private static final int ONLY_LEFT = 1;
    private static final int ONLY_RIGHT = 2;
    private static final int BOTH = 4;

    /// Whether a word is there; if `places` is given and the answer is YES, where.
    abstract Answer word(Word word, @Nullable Places places);

    final boolean matches(TsQuery query) {
        return query.root() != null && matches(query.root()) == Answer.YES;
    }

    /// Above phrases, where places do not matter.
    private Answer matches(Node node) {
        return switch (node) {
            case Word w -> word(w, null);
            case Not n -> negated(matches(n.operand()));
            case Join j ->
                switch (j.operator()) {
                    case AND -> {
                        Answer left = matches(j.left());
                        if (left == Answer.NO) {
                            yield Answer.NO;
                        }
                        Answer right = matches(j.right());
                        yield right == Answer.YES ? left : right;
                    }
                    case OR -> {
                        Answer left = matches(j.left());
                        if (left == Answer.YES) {
                            yield Answer.YES;
                        }
                        Answer right = matches(j.right());
                        yield right == Answer.NO ? left : right;
                    }
                    // what is not certain does not match
                    case PHRASE -> phrase(j, new Places()) == Answer.YES ? Answer.YES : Answer.NO;
                    case NOT -> throw new AssertionError(j);
                };
        };
    }

    private static Answer negated(Answer answer) {
        return answer == Answer.NO ? Answer.YES : answer == Answer.YES ? Answer.NO : Answer.MAYBE;
    }

    private Answer phrase(Node node, Places out) {
        return switch (node) {
            case Word w -> word(w, out);
            case Not n -> not(phrase(n.operand(), out), out);
            case Join j -> j.operator() == TsQuery.Operator.OR ? or(j, out) : and(j, out);
        };
    }

    private static Answer not(Answer answer, Places out) {
        if (answer == Answer.NO) {
            out.except = true;
            return Answer.YES;
        }
        if (answer == Answer.MAYBE) {
            return Answer.MAYBE;
        }
        out.except = !out.except;
        return out.at.length == 0 && !out.except ? Answer.NO : Answer.YES;
    }

    private Answer and(Join j, Places out) {
        Places left = new Places();
        Answer l = phrase(j.left(), left);
        if (l == Answer.NO) {
            return Answer.NO;
        }
        Places right = new Places();
        Answer r = phrase(j.right(), right);
        if (r == Answer.NO) {
            return Answer.NO;
        }
        if (l == Answer.MAYBE || r == Answer.MAYBE) {
            return Answer.MAYBE;
        }
        int leftShift;
        int rightShift = 0;
        if (j.operator() == TsQuery.Operator.PHRASE) {
            leftShift = j.distance() + right.width;
            out.width = j.distance() + left.width + right.width;
        } else {
            out.width = Math.max(left.width, right.width);
            leftShift = out.width - left.width;
            rightShift = out.width - right.width;
        }
        if (left.except && right.except) {
            merge(left, right, BOTH | ONLY_LEFT | ONLY_RIGHT, leftShift, rightShift, out);
            out.except = true;
            return Answer.YES;
        }
        int emit = left.except ? ONLY_RIGHT : right.except ? ONLY_LEFT : BOTH;
        return merge(left, right, emit, leftShift, rightShift, out);
    }

    private Answer or(Join j, Places out) {
        Places left = new Places();
        Places right = new Places();
        Answer l = phrase(j.left(), left);
        Answer r = phrase(j.right(), right);
        if (l == Answer.NO && r == Answer.NO) {
            return Answer.NO;
        }
        if (l == Answer.MAYBE || r == Answer.MAYBE) {
            return Answer.MAYBE;
        }
        int leftWidth = l == Answer.NO ? 0 : left.width;
        int rightWidth = r == Answer.NO ? 0 : right.width;
        out.width = Math.max(leftWidth, rightWidth);
        int leftShift = out.width - leftWidth;
        int rightShift = out.width - rightWidth;
        if (!left.except && !right.except) {
            return merge(left, right, BOTH | ONLY_LEFT | ONLY_RIGHT, leftShift, rightShift, out);
        }
        int emit = !left.except ? ONLY_RIGHT : !right.except ? ONLY_LEFT : BOTH;
        merge(left, right, emit, leftShift, rightShift, out);
        out.except = true;
        return Answer.YES;
    }

    /// Places of one side, of the other, or of both (TS_phrase_output).
    private static Answer merge(Places left, Places right, int emit, int leftShift, int rightShift, Places out) {
        int[] found = new int[left.at.length + right.at.length];
        int count = 0;
        int l = 0;
        int r = 0;
        while (l < left.at.length || r < right.at.length) {
            if (l >= left.at.length && (emit & ONLY_RIGHT) == 0 || r >= right.at.length && (emit & ONLY_LEFT) == 0) {
                break;
            }
            int a = l < left.at.length ? left.at[l] + leftShift : Integer.MAX_VALUE;
            int b = r < right.at.length ? right.at[r] + rightShift : Integer.MAX_VALUE;
            int kind = a < b ? ONLY_LEFT : a > b ? ONLY_RIGHT : BOTH;
            l += a <= b ? 1 : 0;
            r += b <= a ? 1 : 0;
            if ((emit & kind) != 0 && Math.min(a, b) > 0) {
                found[count++] = Math.min(a, b);
            }
        }
        out.at = java.util.Arrays.copyOf(found, count);
        return count > 0 ? Answer.YES : Answer.NO;
    }
}
