package org.pgherd.semantics.function.regexp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.regexp.Piece.BackReference;
import org.pgherd.semantics.function.regexp.Piece.Group;
import org.pgherd.semantics.function.regexp.SubExpression.Kind;

/// Makes the tree of sub-expressions, cut where regcomp.c:parseqatom cuts: that decides which part of a match goes
/// to which group.
final class RegexCompiler {
    private final RegexOptions options;
    private final Group[] groups;

    RegexCompiler(RegexOptions options, int captures) {
        this.options = options;
        this.groups = new Group[captures + 1];
    }

    private Nfa nfa(List<List<Piece>> branches) {
        return new Nfa(branches, groups, options);
    }

    private Nfa nfa(Piece piece) {
        return nfa(List.of(List.of(piece)));
    }

    SubExpression compile(Group group) {
        int flags = SubExpression.LONGER;
        SubExpression[] branches = new SubExpression[group.branches().size()];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = branch(group.branches().get(i));
            flags |= SubExpression.up(flags | branches[i].flags);
        }
        SubExpression result;
        if (branches.length == 1) {
            result = branches[0];
        } else if (SubExpression.isMessy(flags)) {
            result = new SubExpression(Kind.ALTERNATION, flags, nfa(group.branches()), branches);
        } else {
            result = new SubExpression(Kind.PLAIN, flags, nfa(group.branches()));
        }
        if (group.capture() > 0) {
            groups[group.capture()] = group;
            if (result.capture != 0) {
                result = new SubExpression(Kind.WRAPPER, result.flags, result.nfa, result);
            }
            result.flags |= SubExpression.CAPTURES;
            result.capture = group.capture();
        }
        return result;
    }

    private SubExpression branch(List<Piece> pieces) {
        List<Piece> prefix = new ArrayList<>();
        int flags = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.atom() instanceof Piece.Assertion) {
                prefix.add(piece);
                continue;
            }
            if (piece.atom() instanceof Piece.Look look) {
                compile(look.group());
                prefix.add(piece);
                continue;
            }
            SubExpression atom = atom(piece);
            if (piece.min() == 0 && piece.max() == 0) {
                continue;
            }
            int all = flags | piece.preference() | (atom == null ? 0 : atom.flags);
            boolean capturing = piece.atom() instanceof Group g && g.capture() > 0;
            if (!capturing
                    && !(piece.atom() instanceof BackReference)
                    && !SubExpression.isMessy(SubExpression.up(all))) {
                prefix.add(piece);
                flags = all;
                continue;
            }
            return messyBranch(pieces, i, prefix, flags, atom);
        }
        return new SubExpression(Kind.PLAIN, flags, nfa(List.of(prefix)));
    }

    private @Nullable SubExpression atom(Piece piece) {
        return switch (piece.atom()) {
            case Group group -> compile(group);
            case BackReference reference -> {
                SubExpression s = new SubExpression(Kind.BACK_REFERENCE, SubExpression.REFERS, nfa(piece));
                s.reference = reference.capture();
                yield s;
            }
            case Piece.Characters _, Piece.Assertion _, Piece.Look _ -> null;
        };
    }

    /// A branch that has to be taken apart at its piece `i`: prefix, piece, rest.
    private SubExpression messyBranch(
            List<Piece> pieces, int i, List<Piece> prefix, int prefixFlags, @Nullable SubExpression maybeAtom) {
        Piece piece = pieces.get(i);
        SubExpression atom =
                maybeAtom == null ? new SubExpression(Kind.PLAIN, 0, nfa(Piece.once(piece.atom()))) : maybeAtom;
        SubExpression quantified = quantify(piece, atom);
        int middleFlags = SubExpression.combine(piece.preference(), atom.flags);
        SubExpression tail = quantified;
        int topFlags = prefixFlags;
        if (i + 1 < pieces.size()) {
            List<Piece> restPieces = pieces.subList(i + 1, pieces.size());
            SubExpression rest = branch(restPieces);
            middleFlags |= SubExpression.combine(middleFlags, rest.flags);
            topFlags |= SubExpression.combine(topFlags, middleFlags);
            tail = new SubExpression(
                    Kind.CONCATENATION,
                    prefix.isEmpty() ? topFlags : middleFlags,
                    nfa(List.of(pieces.subList(i, pieces.size()))),
                    quantified,
                    rest);
        } else {
            topFlags |= SubExpression.combine(topFlags, quantified.flags);
        }
        if (prefix.isEmpty()) {
            return tail;
        }
        SubExpression before = new SubExpression(Kind.PLAIN, prefixFlags, nfa(List.of(List.copyOf(prefix))));
        return new SubExpression(Kind.CONCATENATION, topFlags, nfa(List.of(pieces)), before, tail);
    }

    private SubExpression quantify(Piece piece, SubExpression atom) {
        int preferences = SubExpression.LONGER | SubExpression.SHORTER | SubExpression.MIXED;
        int own = atom.flags & preferences;
        int f = SubExpression.combine(piece.preference(), atom.flags);
        if (atom.kind == Kind.BACK_REFERENCE && piece.atom() instanceof BackReference) {
            atom.min = piece.min();
            atom.max = piece.max();
            atom.flags |= f;
            return atom;
        }
        if (piece.min() == 1
                && piece.max() == 1
                && (piece.preference() == 0 || own == 0 || piece.preference() == own)) {
            return atom;
        }
        if ((atom.flags & (SubExpression.CAPTURES | SubExpression.REFERS)) == 0) {
            return new SubExpression(Kind.PLAIN, f, nfa(piece));
        }
        if (piece.min() > 0 && (atom.flags & SubExpression.REFERS) == 0) {
            // only the last turn is captured: x{m,n} is x{m-1,n-1} x
            int max = piece.max() == Piece.INFINITE ? Piece.INFINITE : piece.max() - 1;
            Piece before = new Piece(piece.atom(), piece.min() - 1, max, piece.preference());
            SubExpression first = new SubExpression(Kind.PLAIN, SubExpression.preference(f), nfa(before));
            return new SubExpression(Kind.CONCATENATION, f, nfa(piece), first, atom);
        }
        SubExpression loop = new SubExpression(Kind.ITERATION, f, nfa(piece), atom);
        loop.min = piece.min();
        loop.max = piece.max();
        return loop;
    }
}
