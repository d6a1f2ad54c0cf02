package org.pgherd.semantics.value;

import org.jspecify.annotations.Nullable;

/// A query of text search (ts_type.h).
///
/// @param root null for the query without words, which matches nothing
public record TsQuery(@Nullable Node root) implements Comparable<TsQuery> {
    public static final TsQuery EMPTY = new TsQuery(null);

    public sealed interface Node permits Word, Not, Join {}

    /// A word to look for.
    ///
    /// @param weights a bit for each weight that will do, 1 for D to 8 for A; 0 for any
    /// @param prefix whether words that begin with it will do
    public record Word(Text text, int weights, boolean prefix) implements Node {}

    public record Not(Node operand) implements Node {}

    /// @param distance of PHRASE, 0 otherwise
    public record Join(Operator operator, int distance, Node left, Node right) implements Node {}

    /// In the order of their numbers on the wire.
    public enum Operator {
        NOT(4),
        AND(2),
        OR(1),
        PHRASE(3);

        private final int priority;

        Operator(int priority) {
            this.priority = priority;
        }

        /// The higher binds first.
        public int priority() {
            return priority;
        }

        public int code() {
            return ordinal() + 1;
        }
    }

    /// Words and operators.
    public int size() {
        return root == null ? 0 : size(root);
    }

    private static int size(Node node) {
        return switch (node) {
            case Word _ -> 1;
            case Not n -> 1 + size(n.operand);
            case Join j -> 1 + size(j.left) + size(j.right);
        };
    }

    private static int bytes(Node node) {
        return switch (node) {
            case Word w -> w.text.length() + 1;
            case Not n -> bytes(n.operand);
            case Join j -> bytes(j.left) + bytes(j.right);
        };
    }

    /// The order of tsquery_op.c:CompareTSQ: by size first; neither weights nor prefixes count.
    @Override
    public int compareTo(TsQuery other) {
        int c = Integer.compare(size(), other.size());
        if (c != 0 || root == null || other.root == null) {
            return c;
        }
        c = Integer.compare(bytes(root), bytes(other.root));
        return c != 0 ? c : compare(root, other.root);
    }

    /// tsquery_util.c:QTNodeCompare: backwards, the right side first.
    private static int compare(Node a, Node b) {
        if (a instanceof Word v && b instanceof Word w) {
            int c = Integer.compare(checksum(w.text), checksum(v.text));
            return c != 0 ? c : v.text.compareTo(w.text);
        }
        if (a instanceof Word || b instanceof Word) {
            return a instanceof Word ? 1 : -1;
        }
        int c = Integer.compare(operator(b).code(), operator(a).code());
        if (c != 0) {
            return c;
        }
        if (a instanceof Not x && b instanceof Not y) {
            return compare(x.operand, y.operand);
        }
        Join x = (Join) a;
        Join y = (Join) b;
        c = compare(x.right, y.right);
        if (c == 0) {
            c = compare(x.left, y.left);
        }
        return c != 0 ? c : Integer.compare(y.distance, x.distance);
    }

    private static Operator operator(Node node) {
        return node instanceof Join j ? j.operator : Operator.NOT;
    }

    private static final int[] CHECKSUMS = checksums();

    private static int[] checksums() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int c = i;
            for (int k = 0; k < 8; k++) {
                c = (c & 1) != 0 ? 0xEDB88320 ^ c >>> 1 : c >>> 1;
            }
            table[i] = c;
        }
        return table;
    }

    /// pg_crc.h's legacy CRC-32: the table of one direction, used in the other.
    private static int checksum(Text text) {
        int crc = -1;
        for (int i = 0; i < text.length(); i++) {
            crc = CHECKSUMS[(crc >>> 24 ^ text.at(i)) & 0xFF] ^ crc << 8;
        }
        return ~crc;
    }

    /// As SQL's `=`.
    @Override
    public boolean equals(Object o) {
        return o instanceof TsQuery q && compareTo(q) == 0;
    }

    @Override
    public int hashCode() {
        return root == null ? 0 : size() * 31 + bytes(root);
    }
}
