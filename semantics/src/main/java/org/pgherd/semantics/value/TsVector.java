package org.pgherd.semantics.value;

import java.util.Arrays;

/// A document of text search: its lexemes in the order of their bytes, each once (ts_type.h). Immutable: the array
/// given is taken over.
public record TsVector(Lexeme[] lexemes) implements Comparable<TsVector> {
    public static final TsVector EMPTY = new TsVector(new Lexeme[0]);

    /// Bytes of lexemes and positions that a document may have.
    public static final int MAX_SIZE = (1 << 20) - 1;
    /// Bytes that a lexeme may have, less one.
    public static final int MAX_LEXEME = (1 << 11) - 1;
    /// Places of one lexeme that are kept.
    public static final int MAX_POSITIONS = 256;
    /// Places end one before this.
    public static final int POSITION_LIMIT = 1 << 14;

    private static final char[] NOWHERE = {};

    /// A word and where it stands.
    ///
    /// @param positions ascending, each with its weight (0 for D to 3 for A) in the two bits above the place
    public record Lexeme(Text word, char[] positions) {
        public Lexeme(Text word) {
            this(word, NOWHERE);
        }

        public boolean hasPositions() {
            return positions.length > 0;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Lexeme l && word.equals(l.word) && Arrays.equals(positions, l.positions);
        }

        @Override
        public int hashCode() {
            return word.hashCode();
        }
    }

    public static int position(char place) {
        return place & POSITION_LIMIT - 1;
    }

    public static int weight(char place) {
        return place >> 14;
    }

    /// A place from its parts; what is too far away stands at the last one.
    public static char place(int position, int weight) {
        int limited = position >= POSITION_LIMIT ? POSITION_LIMIT - 1 : position;
        return (char) (weight << 14 | limited & POSITION_LIMIT - 1);
    }

    /// Bytes that a server needs for lexemes and positions: positions are aligned to two bytes.
    public int dataSize() {
        int size = 0;
        for (Lexeme lexeme : lexemes) {
            size += lexeme.word.length();
            if (lexeme.hasPositions()) {
                size = (size + 1 & ~1) + 2 + 2 * lexeme.positions.length;
            }
        }
        return size;
    }

    /// Where the word stands among the lexemes; if it does not, less than zero, as [Arrays#binarySearch] tells.
    public int find(Text word) {
        int low = 0;
        int high = lexemes.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int c = lexemes[middle].word.compareTo(word);
            if (c == 0) {
                return middle;
            }
            if (c < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /// The order of tsvector_op.c:silly_cmp_tsvector: by size first.
    @Override
    public int compareTo(TsVector other) {
        int c = Integer.compare(dataSize() + 4 * lexemes.length, other.dataSize() + 4 * other.lexemes.length);
        if (c == 0) {
            c = Integer.compare(lexemes.length, other.lexemes.length);
        }
        for (int i = 0; c == 0 && i < lexemes.length; i++) {
            c = compare(lexemes[i], other.lexemes[i]);
        }
        return c;
    }

    private static int compare(Lexeme a, Lexeme b) {
        if (a.hasPositions() != b.hasPositions()) {
            return a.hasPositions() ? -1 : 1;
        }
        int c = a.word.compareTo(b.word);
        if (c != 0) {
            return c;
        }
        c = Integer.compare(b.positions.length, a.positions.length);
        for (int i = 0; c == 0 && i < a.positions.length; i++) {
            c = Integer.compare(position(b.positions[i]), position(a.positions[i]));
            if (c == 0) {
                c = Integer.compare(weight(b.positions[i]), weight(a.positions[i]));
            }
        }
        return c;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TsVector v && Arrays.equals(lexemes, v.lexemes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lexemes);
    }
}
