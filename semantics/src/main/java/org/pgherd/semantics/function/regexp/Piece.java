package org.pgherd.semantics.function.regexp;

import java.util.List;

/// A quantified atom of a branch.
///
/// @param max [#INFINITE] for no limit
/// @param preference [SubExpression#LONGER], [SubExpression#SHORTER] or 0 if the quantifier has none
record Piece(Atom atom, int min, int max, int preference) {
    static final int INFINITE = 256;

    static Piece once(Atom atom) {
        return new Piece(atom, 1, 1, 0);
    }

    sealed interface Atom {}

    record Characters(CharacterSet set) implements Atom {}

    /// @param capture number of the group, 0 if it does not capture
    record Group(List<List<Piece>> branches, int capture) implements Atom {}

    record BackReference(int capture) implements Atom {}

    record Assertion(Kind kind) implements Atom {
        enum Kind {
            LINE_START,
            LINE_END,
            TEXT_START,
            TEXT_END,
            WORD_START,
            WORD_END,
            WORD_BOUNDARY,
            NOT_WORD_BOUNDARY
        }
    }

    record Look(Group group, boolean ahead, boolean negative) implements Atom {}
}
