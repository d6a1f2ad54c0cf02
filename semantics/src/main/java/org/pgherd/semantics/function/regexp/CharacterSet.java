package org.pgherd.semantics.function.regexp;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// A bracket expression, class or single character; for ASCII a table.
final class CharacterSet {
    private final boolean[] ascii = new boolean[128];
    private final IntPredicate test;

    CharacterSet(IntPredicate test) {
        this.test = test;
        for (int c = 0; c < ascii.length; c++) {
            ascii[c] = test.test(c);
        }
    }

    boolean contains(int c) {
        return c < 128 ? ascii[c] : test.test(c);
    }

    static CharacterSet of(int point, boolean ignoreCase) {
        if (!ignoreCase) {
            return new CharacterSet(c -> c == point);
        }
        int lower = UCharacter.toLowerCase(point);
        int upper = UCharacter.toUpperCase(point);
        return new CharacterSet(c -> c == point || c == lower || c == upper);
    }

    static CharacterSet any(boolean butNewline) {
        return new CharacterSet(c -> !butNewline || c != '\n');
    }

    /// Collects the items of a bracket expression.
    static final class Builder {
        private int[] ranges = new int[8];
        private int count;
        private final List<IntPredicate> classes = new ArrayList<>();

        void add(int from, int to) {
            if (count + 2 > ranges.length) {
                ranges = Arrays.copyOf(ranges, ranges.length * 2);
            }
            ranges[count++] = from;
            ranges[count++] = to;
        }

        void add(IntPredicate characters) {
            classes.add(characters);
        }

        private static boolean inRanges(int[] ranges, int c) {
            for (int i = 0; i < ranges.length; i += 2) {
                if (c >= ranges[i] && c <= ranges[i + 1]) {
                    return true;
                }
            }
            return false;
        }

        /// Whether the character is the other case of one in the set; not the reverse: `[a-z]` has I, but not İ.
        private static boolean isCaseOfOne(IntPredicate set, int c) {
            UnicodeSet variants = new UnicodeSet(c, c).closeOver(UnicodeSet.CASE_INSENSITIVE);
            for (int i = 0, n = variants.size(); i < n; i++) {
                int p = variants.charAt(i);
                if (p >= 0 && set.test(p) && (UCharacter.toLowerCase(p) == c || UCharacter.toUpperCase(p) == c)) {
                    return true;
                }
            }
            return false;
        }

        CharacterSet build(boolean negated, boolean ignoreCase, boolean butNewline) {
            int[] all = Arrays.copyOf(ranges, count);
            IntPredicate[] predicates = classes.toArray(IntPredicate[]::new);
            IntPredicate plain = c -> {
                if (inRanges(all, c)) {
                    return true;
                }
                for (IntPredicate p : predicates) {
                    if (p.test(c)) {
                        return true;
                    }
                }
                return false;
            };
            IntPredicate cased = !ignoreCase ? plain : c -> plain.test(c) || isCaseOfOne(plain, c);
            return negated
                    ? new CharacterSet(c -> !cased.test(c) && !(butNewline && c == '\n'))
                    : new CharacterSet(cased);
        }
    }
}
