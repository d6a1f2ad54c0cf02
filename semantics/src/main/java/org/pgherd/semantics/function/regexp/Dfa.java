package org.pgherd.semantics.function.regexp;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The deterministic automaton of an [Nfa], built as text is seen (the role of rege_dfa.c). Sets of states are
/// numbered; one that is too many ends its use.
final class Dfa {
    /// The set that can only fail.
    static final int DEAD = 0;
    static final int START = 1;
    /// Instead of a number: there are too many sets.
    static final int FULL = -2;

    private static final int MAX_SETS = 2_000;
    private static final int UNKNOWN = -1;
    private static final int ASCII = 128;

    private record SetKey(int[] states) {
        @Override
        public boolean equals(Object o) {
            return o instanceof SetKey k && Arrays.equals(states, k.states);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(states);
        }
    }

    private final Nfa nfa;
    /// A match may begin anywhere.
    private final boolean search;
    private final List<int[]> sets = new ArrayList<>();
    private final Map<SetKey, Integer> numbers = new HashMap<>();
    /// By set and character: where it leads.
    private int[] ascii = new int[8 * ASCII];

    private final List<Int2IntOpenHashMap> others = new ArrayList<>();
    private boolean[] accepting = new boolean[8];

    Dfa(Nfa nfa, boolean search) {
        this.nfa = nfa;
        this.search = search;
        intern(new int[0]);
        intern(nfa.beginning());
    }

    boolean isFull() {
        return sets.size() >= MAX_SETS;
    }

    boolean accepts(int set) {
        return accepting[set];
    }

    /// The set behind a code point.
    int move(int set, int c) {
        int known = c < ASCII ? ascii[set * ASCII + c] : others.get(set).get(c);
        return known != UNKNOWN ? known : newMove(set, c);
    }

    private int newMove(int set, int c) {
        if (isFull()) {
            return FULL;
        }
        int target = intern(nfa.behind(sets.get(set), c, search));
        if (c < ASCII) {
            ascii[set * ASCII + c] = target;
        } else {
            others.get(set).put(c, target);
        }
        return target;
    }

    private int intern(int[] states) {
        SetKey key = new SetKey(states);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int n = sets.size();
        sets.add(states);
        numbers.put(key, n);
        if (n == accepting.length) {
            accepting = Arrays.copyOf(accepting, n * 2);
            ascii = Arrays.copyOf(ascii, n * 2 * ASCII);
        }
        Arrays.fill(ascii, n * ASCII, (n + 1) * ASCII, UNKNOWN);
        Int2IntOpenHashMap moves = new Int2IntOpenHashMap(0);
        moves.defaultReturnValue(UNKNOWN);
        others.add(moves);
        accepting[n] = states.length > 0 && states[0] == Nfa.ACCEPT;
        return n;
    }
}
