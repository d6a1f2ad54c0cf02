package org.pgherd.semantics.function.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.regexp.Piece.Assertion;
import org.pgherd.semantics.function.regexp.Piece.BackReference;
import org.pgherd.semantics.function.regexp.Piece.Characters;
import org.pgherd.semantics.function.regexp.Piece.Group;
import org.pgherd.semantics.function.regexp.Piece.Look;
import org.pgherd.semantics.function.text.CodePoints;
import org.pgherd.semantics.value.Text;

/// An automaton that tells how far a part of an expression matches. Without assertions a [Dfa]
/// caches its state sets. A back reference stands for any match of its group here;
/// [RegexMatcher] compares the text.
final class Nfa {
    private static final int MAX_STATES = 100_000;
    /// Fewer states cannot have more arcs than are allowed.
    private static final int MODEST_STATES = 1_500;
    /// 500,000 states with four arcs each in bytes, in arcs.
    private static final int MAX_ARCS = 2_600_000;
    static final int ACCEPT = 0;

    private final RegexOptions options;
    private final Group[] groups;
    // per state: what it consumes (null if nothing), or what it asserts; and up to two successors
    private final List<@Nullable Object> labels = new ArrayList<>();
    private int[] next = new int[16];
    private int[] other = new int[16];
    private final int start;
    /// Within a copy of a group for a back reference, which holds no assertions (removeconstraints).
    private boolean copying;

    private boolean asserting;

    /// Made when there is first something to look for.
    private @Nullable Dfa anchored;

    private @Nullable Dfa searching;

    /// An assertion about a group's match before or behind a place.
    private record LookLabel(Nfa nfa, boolean ahead, boolean negative) {}

    Nfa(List<List<Piece>> branches, Group[] groups, RegexOptions options) {
        this.options = options;
        this.groups = groups;
        state(null, -1, -1);
        start = branches(branches, ACCEPT);
    }

    private int state(@Nullable Object label, int to, int alternative) {
        int n = labels.size();
        if (n > MAX_STATES) {
            throw RegexParser.error("regular expression is too complex");
        }
        if (n == next.length) {
            next = Arrays.copyOf(next, n * 2);
            other = Arrays.copyOf(other, n * 2);
        }
        labels.add(label);
        next[n] = to;
        other[n] = alternative;
        return n;
    }

    private int branches(List<List<Piece>> branches, int to) {
        int entry = -1;
        for (int i = branches.size() - 1; i >= 0; i--) {
            int branch = to;
            List<Piece> pieces = branches.get(i);
            for (int j = pieces.size() - 1; j >= 0; j--) {
                branch = piece(pieces.get(j), branch);
            }
            entry = entry < 0 ? branch : state(null, branch, entry);
        }
        return entry;
    }

    private int piece(Piece piece, int to) {
        int entry = to;
        if (piece.max() == Piece.INFINITE) {
            int loop = state(null, -1, to);
            next[loop] = atom(piece.atom(), loop);
            entry = loop;
        } else {
            for (int i = piece.min(); i < piece.max(); i++) {
                entry = state(null, atom(piece.atom(), entry), to);
            }
        }
        for (int i = 0; i < piece.min(); i++) {
            entry = atom(piece.atom(), entry);
        }
        return entry;
    }

    private int atom(Piece.Atom atom, int to) {
        return switch (atom) {
            case Characters c -> state(c.set(), to, -1);
            case Group g -> branches(g.branches(), to);
            case BackReference b -> {
                boolean before = copying;
                copying = true;
                int copy = branches(groups[b.capture()].branches(), to);
                copying = before;
                yield copy;
            }
            case Assertion _, Look _ when copying -> to;
            case Assertion a -> {
                asserting = true;
                yield state(a.kind(), to, -1);
            }
            case Look l -> {
                asserting = true;
                Nfa inner = new Nfa(l.group().branches(), groups, options);
                yield state(new LookLabel(inner, l.ahead(), l.negative()), to, -1);
            }
        };
    }

    /// The end of the longest match that begins at `from` and ends not behind `limit`; -1 if there is none.
    int longest(int[] text, int from, int limit) {
        return run(text, from, from, limit, false, false);
    }

    /// The end of the shortest one that ends at or behind `atLeast`.
    int shortest(int[] text, int from, int atLeast, int limit) {
        return run(text, from, atLeast, limit, true, false);
    }

    /// Whether there is a match anywhere behind `from`.
    boolean occurs(int[] text, int from) {
        return run(text, from, from, text.length, true, true) >= 0;
    }

    /// The first end of a match that begins at or behind `from`; -1 if there is none.
    int firstEnd(int[] text, int from) {
        return run(text, from, from, text.length, true, true);
    }

    /// Fails where PostgreSQL's automaton, in which each state leads straight to those behind it that consume
    /// something, takes more than it allows (REG_MAX_COMPILE_SPACE).
    void requireModest() {
        if (labels.size() < MODEST_STATES || asserting) {
            return;
        }
        long arcs = 0;
        for (int s = 0; s < labels.size(); s++) {
            if (labels.get(s) instanceof CharacterSet) {
                arcs += closure(new int[] {next[s]}, 1, null, 0).length;
                if (arcs > MAX_ARCS) {
                    throw RegexParser.error("regular expression is too complex");
                }
            }
        }
    }

    boolean matches(int[] text, int from, int to) {
        return run(text, from, to, to, true, false) == to;
    }

    private int run(int[] text, int from, int atLeast, int limit, boolean first, boolean search) {
        Dfa dfa = asserting ? null : dfa(search);
        int set = Dfa.START;
        int found = -1;
        for (int at = from; dfa != null; at++) {
            if (dfa.accepts(set) && at >= atLeast) {
                found = at;
                if (first) {
                    return found;
                }
            }
            if (at >= limit || set == Dfa.DEAD) {
                return found;
            }
            set = dfa.move(set, text[at]);
            if (set == Dfa.FULL) {
                dfa = null;
            }
        }
        return simulate(text, from, atLeast, limit, first, search);
    }

    private Dfa dfa(boolean search) {
        Dfa dfa = search ? searching : anchored;
        if (dfa == null || dfa.isFull()) {
            dfa = new Dfa(this, search);
            if (search) {
                searching = dfa;
            } else {
                anchored = dfa;
            }
        }
        return dfa;
    }

    /// Whether there is a match anywhere.
    boolean occursIn(Text text) {
        Dfa dfa = asserting ? null : dfa(true);
        if (dfa == null) {
            return occurs(CodePoints.array(text), 0);
        }
        int set = Dfa.START;
        for (int at = 0; !dfa.accepts(set); ) {
            if (at >= text.length()) {
                return false;
            }
            byte b = text.at(at);
            set = dfa.move(set, b >= 0 ? b : CodePoints.at(text, at));
            if (set == Dfa.FULL) {
                return occurs(CodePoints.array(text), 0);
            }
            at += CodePoints.length(b);
        }
        return true;
    }

    /// The states before the first character.
    int[] beginning() {
        return closure(new int[] {start}, 1, null, 0);
    }

    /// The states behind a character; while searching a match may begin there too.
    int[] behind(int[] states, int c, boolean search) {
        int[] moved = new int[states.length + 1];
        int n = 0;
        for (int s : states) {
            if (labels.get(s) instanceof CharacterSet chars && chars.contains(c)) {
                moved[n++] = next[s];
            }
        }
        if (search) {
            moved[n++] = start;
        }
        return closure(moved, n, null, 0);
    }

    /// All states that these lead to without a character: only those that consume one and the accepting one,
    /// sorted. Assertions are checked if there is a text.
    private int[] closure(int[] states, int count, int @Nullable [] text, int at) {
        boolean[] seen = new boolean[labels.size()];
        int[] stack = new int[labels.size() * 2 + count];
        int top = 0;
        for (int i = 0; i < count; i++) {
            stack[top++] = states[i];
        }
        int kept = 0;
        while (top > 0) {
            int s = stack[--top];
            if (s < 0 || seen[s]) {
                continue;
            }
            seen[s] = true;
            Object label = labels.get(s);
            if (s == ACCEPT || label instanceof CharacterSet) {
                kept++;
            } else if (label == null) {
                stack[top++] = next[s];
                stack[top++] = other[s];
            } else if (text != null && holds(label, text, at)) {
                stack[top++] = next[s];
            }
        }
        int[] result = new int[kept];
        int n = 0;
        for (int s = 0; n < kept; s++) {
            if (seen[s] && (s == ACCEPT || labels.get(s) instanceof CharacterSet)) {
                result[n++] = s;
            }
        }
        return result;
    }

    private int simulate(int[] text, int from, int atLeast, int limit, boolean first, boolean search) {
        int[] current = closure(new int[] {start}, 1, text, from);
        int found = -1;
        for (int at = from; ; at++) {
            if (current.length > 0 && current[0] == ACCEPT && at >= atLeast) {
                found = at;
                if (first) {
                    return found;
                }
            }
            if (at >= limit || current.length == 0 && !search) {
                return found;
            }
            int[] moved = new int[current.length + 1];
            int n = 0;
            for (int s : current) {
                if (labels.get(s) instanceof CharacterSet chars && chars.contains(text[at])) {
                    moved[n++] = next[s];
                }
            }
            if (search) {
                moved[n++] = start;
            }
            current = closure(moved, n, text, at + 1);
        }
    }

    private boolean holds(Object label, int[] text, int at) {
        return switch (label) {
            case LookLabel look ->
                (look.ahead ? look.nfa.shortest(text, at, at, text.length) >= 0 : look.nfa.endsAt(text, at))
                        != look.negative;
            case Assertion.Kind kind -> holds(kind, text, at);
            default -> throw new AssertionError(label);
        };
    }

    private boolean endsAt(int[] text, int at) {
        for (int from = at; from >= 0; from--) {
            if (matches(text, from, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Assertion.Kind kind, int[] text, int at) {
        boolean wordBefore = at > 0 && isWord(text[at - 1]);
        boolean wordAfter = at < text.length && isWord(text[at]);
        return switch (kind) {
            case TEXT_START -> at == 0;
            case TEXT_END -> at == text.length;
            case LINE_START -> at == 0 || options.newlineAnchors() && text[at - 1] == '\n';
            case LINE_END -> at == text.length || options.newlineAnchors() && text[at] == '\n';
            case WORD_START -> !wordBefore && wordAfter;
            case WORD_END -> wordBefore && !wordAfter;
            case WORD_BOUNDARY -> wordBefore != wordAfter;
            case NOT_WORD_BOUNDARY -> wordBefore == wordAfter;
        };
    }

    private boolean isWord(int c) {
        return CharacterClass.isWord(c) && (c < 128 || !options.asciiOnly());
    }
}
