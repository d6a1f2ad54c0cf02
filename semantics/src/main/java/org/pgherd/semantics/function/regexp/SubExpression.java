package org.pgherd.semantics.function.regexp;

import java.util.List;

/// A node of the tree that a match is dissected along (struct subre). Parts without captures, back references and
/// mixed preferences are one PLAIN node each, matched by its automaton alone.
final class SubExpression {
    /// Prefers the longest match; the two preferences do not reach the enclosing expression.
    static final int LONGER = 1;
    static final int SHORTER = 2;
    /// Holds both.
    static final int MIXED = 4;
    static final int CAPTURES = 8;
    static final int REFERS = 16;
    private static final int LOCAL = LONGER | SHORTER;

    enum Kind {
        PLAIN,
        CONCATENATION,
        ALTERNATION,
        ITERATION,
        BACK_REFERENCE,
        WRAPPER
    }

    final Kind kind;
    int flags;
    /// Group number, 0 for none.
    int capture;
    int min = 1;
    int max = 1;
    int reference;
    final List<SubExpression> children;
    final Nfa nfa;

    SubExpression(Kind kind, int flags, Nfa nfa, SubExpression... children) {
        this.kind = kind;
        this.flags = flags;
        this.nfa = nfa;
        this.children = List.of(children);
    }

    boolean prefersShorter() {
        return (flags & SHORTER) != 0;
    }

    /// Flags as the enclosing expression sees them.
    static int up(int f) {
        return f & ~LOCAL | f << 2 & f << 1 & MIXED;
    }

    static boolean isMessy(int f) {
        return (f & (MIXED | CAPTURES | REFERS)) != 0;
    }

    static int preference(int f) {
        return f & LOCAL;
    }

    /// Of two in a row: the first preference counts.
    static int combine(int f, int g) {
        return up(f | g) | (preference(f) != 0 ? preference(f) : preference(g));
    }
}
