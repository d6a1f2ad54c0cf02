package org.pgherd.semantics.codec;

import org.pgherd.semantics.value.TsVector;

/// Sorts a lexeme's places as PostgreSQL's qsort() does (sort_template.h): which of equal ones comes first decides
/// what weight the last possible place keeps.
final class PlaceSort {
    private final char[] places;

    private PlaceSort(char[] places) {
        this.places = places;
    }

    static void sort(char[] places) {
        new PlaceSort(places).sort(0, places.length);
    }

    private int compare(int i, int j) {
        return Integer.compare(TsVector.position(places[i]), TsVector.position(places[j]));
    }

    private void swap(int i, int j) {
        char kept = places[i];
        places[i] = places[j];
        places[j] = kept;
    }

    private void swap(int i, int j, int count) {
        for (int k = 0; k < count; k++) {
            swap(i + k, j + k);
        }
    }

    private boolean isSorted(int from, int count) {
        for (int i = from + 1; i < from + count; i++) {
            if (compare(i - 1, i) > 0) {
                return false;
            }
        }
        return true;
    }

    private int median(int a, int b, int c) {
        if (compare(a, b) < 0) {
            return compare(b, c) < 0 ? b : compare(a, c) < 0 ? c : a;
        }
        return compare(b, c) > 0 ? b : compare(a, c) < 0 ? a : c;
    }

    private void sort(int from, int count) {
        if (isSorted(from, count)) {
            return;
        }
        if (count < 7) {
            for (int i = from + 1; i < from + count; i++) {
                for (int j = i; j > from && compare(j - 1, j) > 0; j--) {
                    swap(j, j - 1);
                }
            }
            return;
        }
        swap(from, pivot(from, count));
        int lessFrom = from + 1;
        int low = from + 1;
        int high = from + count - 1;
        int greaterTo = high;
        while (true) {
            for (int c; low <= high && (c = compare(low, from)) <= 0; low++) {
                if (c == 0) {
                    swap(lessFrom++, low);
                }
            }
            for (int c; low <= high && (c = compare(high, from)) >= 0; high--) {
                if (c == 0) {
                    swap(high, greaterTo--);
                }
            }
            if (low > high) {
                break;
            }
            swap(low++, high--);
        }
        int end = from + count;
        int less = low - lessFrom;
        int greater = greaterTo - high;
        int equal = Math.min(lessFrom - from, less);
        swap(from, low - equal, equal);
        equal = Math.min(greater, end - greaterTo - 1);
        swap(low, end - equal, equal);
        if (less > 1) {
            sort(from, less);
        }
        if (greater > 1) {
            sort(end - greater, greater);
        }
    }

    private int pivot(int from, int count) {
        int middle = from + count / 2;
        if (count == 7) {
            return middle;
        }
        int first = from;
        int last = from + count - 1;
        if (count > 40) {
            int d = count / 8;
            first = median(first, first + d, first + 2 * d);
            middle = median(middle - d, middle, middle + d);
            last = median(last - 2 * d, last - d, last);
        }
        return median(first, middle, last);
    }
}
