package org.pgherd.semantics.function.regexp;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;

/// Finds a match and takes it apart into groups (regexec.c: cfindloop, cdissect).
final class RegexMatcher {
    private final Regex regex;
    private final int[] text;
    /// Start and end of group n at 2n and 2n+1; -1 if it did not take part. Group 0 is the whole match.
    private final int[] bounds;

    RegexMatcher(Regex regex, int[] text) {
        this.regex = regex;
        this.text = text;
        this.bounds = new int[2 * (regex.captures() + 1)];
    }

    /// In code points, -1 for none.
    int start(int group) {
        return bounds[2 * group];
    }

    int end(int group) {
        return bounds[2 * group + 1];
    }

    /// The first match that begins at or behind `from`. As in PostgreSQL, places are tried up to where the
    /// automaton first finds an end; if back references let none of them match, the end of the text is not
    /// tried any more.
    boolean find(int from) {
        SubExpression root = regex.root();
        if (from > text.length) {
            return false;
        }
        int first = from;
        do {
            int last = root.nfa.firstEnd(text, first);
            if (last < 0) {
                return false;
            }
            if (findBetween(root, first, last)) {
                return true;
            }
            first = last + 1;
        } while (first < text.length);
        return false;
    }

    private boolean findBetween(SubExpression root, int first, int last) {
        boolean shorter = root.prefersShorter();
        for (int begin = first; begin <= last; begin++) {
            int least = begin;
            int limit = text.length;
            while (true) {
                int end = shorter ? root.nfa.shortest(text, begin, least, limit) : root.nfa.longest(text, begin, limit);
                if (end < 0) {
                    break;
                }
                Arrays.fill(bounds, -1);
                if (dissect(root, begin, end)) {
                    bounds[0] = begin;
                    bounds[1] = end;
                    return true;
                }
                if (shorter ? end == limit : end == begin) {
                    break;
                }
                if (shorter) {
                    least = end + 1;
                } else {
                    limit = end - 1;
                }
            }
        }
        return false;
    }

    private boolean dissect(SubExpression s, int begin, int end) {
        boolean matched = switch (s.kind) {
            case PLAIN -> true;
            case WRAPPER -> dissect(s.children.getFirst(), begin, end);
            case BACK_REFERENCE -> backReference(s, begin, end);
            case CONCATENATION -> concatenation(s, begin, end);
            case ALTERNATION -> alternation(s, begin, end);
            case ITERATION -> iteration(s, begin, end);
        };
        if (matched && s.capture > 0) {
            bounds[2 * s.capture] = begin;
            bounds[2 * s.capture + 1] = end;
        }
        return matched;
    }

    private void forget(SubExpression s) {
        if (s.capture > 0) {
            bounds[2 * s.capture] = -1;
            bounds[2 * s.capture + 1] = -1;
        }
        for (SubExpression child : s.children) {
            forget(child);
        }
    }

    private boolean concatenation(SubExpression s, int begin, int end) {
        SubExpression left = s.children.getFirst();
        SubExpression right = s.children.getLast();
        boolean shorter = left.prefersShorter();
        int middle = shorter ? left.nfa.shortest(text, begin, begin, end) : left.nfa.longest(text, begin, end);
        while (middle >= 0) {
            if (right.nfa.matches(text, middle, end)) {
                if (dissect(left, begin, middle) && dissect(right, middle, end)) {
                    return true;
                }
            }
            if (middle == (shorter ? end : begin)) {
                return false;
            }
            middle = shorter
                    ? left.nfa.shortest(text, begin, middle + 1, end)
                    : left.nfa.longest(text, begin, middle - 1);
            forget(left);
            forget(right);
        }
        return false;
    }

    private boolean alternation(SubExpression s, int begin, int end) {
        for (SubExpression branch : s.children) {
            if (branch.nfa.matches(text, begin, end) && dissect(branch, begin, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean backReference(SubExpression s, int begin, int end) {
        int from = bounds[2 * s.reference];
        if (from < 0) {
            return false;
        }
        int length = bounds[2 * s.reference + 1] - from;
        if (length == 0) {
            return begin == end && s.min <= s.max;
        }
        if (begin == end) {
            return s.min == 0;
        }
        int total = end - begin;
        if (total % length != 0) {
            return false;
        }
        int turns = total / length;
        if (turns < s.min || turns > s.max && s.max != Piece.INFINITE) {
            return false;
        }
        for (int i = 0; i < total; i++) {
            if (!same(text[from + i % length], text[begin + i])) {
                return false;
            }
        }
        return true;
    }

    private boolean same(int a, int b) {
        return a == b
                || regex.options().ignoreCase()
                        && (UCharacter.toLowerCase(a) == UCharacter.toLowerCase(b)
                                || UCharacter.toUpperCase(a) == UCharacter.toUpperCase(b));
    }

    private boolean iteration(SubExpression s, int begin, int end) {
        boolean none = s.min == 0 && begin == end;
        SubExpression child = s.children.getFirst();
        if (none && child.prefersShorter()) {
            return true;
        }
        // one turn that matches nothing sets its groups, and so comes before no turn
        int min = Math.max(s.min, 1);
        int max = end - begin;
        if (s.max != Piece.INFINITE && max > s.max) {
            max = s.max;
        }
        max = Math.max(max, min);
        return child.prefersShorter()
                ? shortIteration(child, begin, end, min, max)
                : longIteration(child, begin, end, min, max) || none;
    }

    private boolean longIteration(SubExpression child, int begin, int end, int min, int max) {
        int[] ends = new int[max + 1];
        ends[0] = begin;
        int k = 1;
        int limit = end;
        int verified = 0;
        while (k > 0) {
            ends[k] = child.nfa.longest(text, ends[k - 1], limit);
            boolean back = false;
            if (ends[k] < 0) {
                k--;
                back = true;
            } else {
                verified = Math.min(verified, k - 1);
                if (ends[k] != end) {
                    if (k >= max) {
                        k--;
                        back = true;
                    } else if (ends[k] == ends[k - 1] && (k >= min || min - k < end - ends[k])) {
                        back = true;
                    } else {
                        k++;
                        limit = end;
                        continue;
                    }
                }
            }
            if (!back && k >= min) {
                int i = verified + 1;
                while (i <= k) {
                    forget(child);
                    if (!dissect(child, ends[i - 1], ends[i])) {
                        break;
                    }
                    verified = i++;
                }
                if (i > k) {
                    return true;
                }
            }
            while (k > 0) {
                int previous = ends[k - 1];
                if (ends[k] > previous) {
                    limit = ends[k] - 1;
                    if (limit > previous || k < min && min - k >= end - previous) {
                        break;
                    }
                }
                k--;
            }
        }
        return false;
    }

    private boolean shortIteration(SubExpression child, int begin, int end, int min, int max) {
        int[] ends = new int[max + 1];
        ends[0] = begin;
        int k = 1;
        int limit = begin;
        int verified = 0;
        while (k > 0) {
            if (limit == ends[k - 1] && limit != end && (k >= min || min - k < end - limit)) {
                limit++;
            }
            if (k >= max) {
                limit = end;
            }
            ends[k] = limit > end ? -1 : child.nfa.shortest(text, ends[k - 1], limit, end);
            boolean back = false;
            if (ends[k] < 0) {
                k--;
                back = true;
            } else {
                verified = Math.min(verified, k - 1);
                if (ends[k] != end) {
                    if (k >= max) {
                        k--;
                        back = true;
                    } else {
                        k++;
                        limit = ends[k - 1];
                        continue;
                    }
                }
            }
            if (!back && k >= min) {
                int i = verified + 1;
                while (i <= k) {
                    forget(child);
                    if (!dissect(child, ends[i - 1], ends[i])) {
                        break;
                    }
                    verified = i++;
                }
                if (i > k) {
                    return true;
                }
            }
            while (k > 0) {
                if (ends[k] < end) {
                    limit = ends[k] + 1;
                    break;
                }
                k--;
            }
        }
        return false;
    }
}
