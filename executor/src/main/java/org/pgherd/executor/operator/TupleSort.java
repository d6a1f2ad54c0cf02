package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.longs.LongComparator;

/// The quicksort of Bentley and McIlroy ("Engineering a sort function", 1993), with a look at whether a part is in
/// order already. It is not stable, but leaves equal rows in the order in which PostgreSQL's sort (lib/sort_template.h)
/// leaves them if they come in the same order: windows and limits over ties show it.
final class TupleSort {
    private static final int SMALL = 7;
    private static final int LARGE = 40;

    private final long[] tuples;
    private final LongComparator order;

    private TupleSort(long[] tuples, LongComparator order) {
        this.tuples = tuples;
        this.order = order;
    }

    static void sort(long[] tuples, LongComparator order) {
        new TupleSort(tuples, order).sort(0, tuples.length);
    }

    private void sort(int first, int afterLast) {
        int from = first;
        int to = afterLast;
        while (to - from > 1 && !isSorted(from, to)) {
            if (to - from < SMALL) {
                insertionSort(from, to);
                return;
            }
            swap(from, pivot(from, to));
            // equal ones gather at both ends until they are brought to the middle
            int equalLow = from + 1;
            int low = from + 1;
            int high = to - 1;
            int equalHigh = to - 1;
            while (true) {
                int comparison;
                while (low <= high && (comparison = compare(low, from)) <= 0) {
                    if (comparison == 0) {
                        swap(equalLow++, low);
                    }
                    low++;
                }
                while (low <= high && (comparison = compare(high, from)) >= 0) {
                    if (comparison == 0) {
                        swap(high, equalHigh--);
                    }
                    high--;
                }
                if (low > high) {
                    break;
                }
                swap(low++, high--);
            }
            swapEnds(from, low, Math.min(equalLow - from, low - equalLow));
            swapEnds(low, to, Math.min(equalHigh - high, to - 1 - equalHigh));
            int less = low - equalLow;
            int greater = equalHigh - high;
            // the smaller part by recursion, so that the stack stays low
            if (less <= greater) {
                sort(from, from + less);
                from = to - greater;
            } else {
                sort(to - greater, to);
                to = from + less;
            }
        }
    }

    private boolean isSorted(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (compare(i - 1, i) > 0) {
                return false;
            }
        }
        return true;
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && compare(j - 1, j) > 0; j--) {
                swap(j, j - 1);
            }
        }
    }

    /// The middle one of few, the median of three of more, the median of three medians of many.
    private int pivot(int from, int to) {
        int count = to - from;
        int middle = from + count / 2;
        if (count == SMALL) {
            return middle;
        }
        int low = from;
        int high = to - 1;
        if (count > LARGE) {
            int step = count / 8;
            low = median(low, low + step, low + 2 * step);
            middle = median(middle - step, middle, middle + step);
            high = median(high - 2 * step, high - step, high);
        }
        return median(low, middle, high);
    }

    private int median(int a, int b, int c) {
        if (compare(a, b) < 0) {
            return compare(b, c) < 0 ? b : compare(a, c) < 0 ? c : a;
        }
        return compare(b, c) > 0 ? b : compare(a, c) < 0 ? a : c;
    }

    private int compare(int left, int right) {
        return order.compare(tuples[left], tuples[right]);
    }

    private void swap(int left, int right) {
        long kept = tuples[left];
        tuples[left] = tuples[right];
        tuples[right] = kept;
    }

    /// Swaps the first with the last `count` of a part.
    private void swapEnds(int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            swap(from + i, to - count + i);
        }
    }
}
