package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.TypeOids;

/// The rules that choose among overloaded functions or operators (func_match_argtypes and func_select_candidate of
/// parse_func.c).
final class CandidateSelection {
    private CandidateSelection() {}

    /// Those to whose parameters the arguments can be cast implicitly.
    static <T> List<T> matching(CatalogView c, List<T> candidates, int[] inputs, Function<T, int[]> types) {
        List<T> list = new ArrayList<>();
        for (T candidate : candidates) {
            int[] targets = Arrays.copyOf(types.apply(candidate), inputs.length);
            if (Coercion.canCoerce(c, inputs, targets, Context.IMPLICIT)) {
                list.add(candidate);
            }
        }
        return list;
    }

    /// The best of several, null if none is.
    static <T> @Nullable T select(CatalogView c, List<T> given, int[] inputTypes, Function<T, int[]> types) {
        int n = inputTypes.length;
        int[] inputs = new int[n];
        int unknowns = 0;
        for (int i = 0; i < n; i++) {
            if (inputTypes[i] == TypeOids.UNKNOWN) {
                inputs[i] = TypeOids.UNKNOWN;
                unknowns++;
            } else {
                inputs[i] = c.baseType(inputTypes[i]);
            }
        }
        // most exact matches
        List<T> candidates = best(given, candidate -> {
            int count = 0;
            int[] t = types.apply(candidate);
            for (int i = 0; i < n; i++) {
                if (inputs[i] != TypeOids.UNKNOWN && t[i] == inputs[i]) {
                    count++;
                }
            }
            return count;
        });
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        // most exact or preferred matches
        char[] categories = new char[n];
        for (int i = 0; i < n; i++) {
            categories[i] = Coercion.category(c, inputs[i]);
        }
        candidates = best(candidates, candidate -> {
            int count = 0;
            int[] t = types.apply(candidate);
            for (int i = 0; i < n; i++) {
                if (inputs[i] != TypeOids.UNKNOWN
                        && (t[i] == inputs[i] || Coercion.isPreferred(c, categories[i], t[i]))) {
                    count++;
                }
            }
            return count;
        });
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (unknowns == 0) {
            return null;
        }
        // categories for unknown arguments
        boolean resolved = false;
        boolean[] preferredAt = new boolean[n];
        boolean failed = false;
        for (int i = 0; i < n && !failed; i++) {
            if (inputs[i] != TypeOids.UNKNOWN) {
                continue;
            }
            resolved = true;
            boolean conflict = false;
            char slot = 0;
            boolean preferred = false;
            for (T candidate : candidates) {
                TypeRow row = c.typeRow(types.apply(candidate)[i]);
                if (slot == 0) {
                    slot = row.category();
                    preferred = row.preferred();
                } else if (row.category() == slot) {
                    preferred |= row.preferred();
                } else if (row.category() == 'S') {
                    slot = 'S';
                    preferred = row.preferred();
                } else {
                    conflict = true;
                }
            }
            if (conflict && slot != 'S') {
                failed = true;
                break;
            }
            categories[i] = slot;
            preferredAt[i] = preferred;
        }
        if (resolved && !failed) {
            List<T> kept = new ArrayList<>();
            for (T candidate : candidates) {
                boolean keep = true;
                int[] t = types.apply(candidate);
                for (int i = 0; i < n && keep; i++) {
                    if (inputs[i] == TypeOids.UNKNOWN) {
                        TypeRow row = c.typeRow(t[i]);
                        keep = row.category() == categories[i] && (!preferredAt[i] || row.preferred());
                    }
                }
                if (keep) {
                    kept.add(candidate);
                }
            }
            if (!kept.isEmpty()) {
                candidates = kept;
            }
            if (candidates.size() == 1) {
                return candidates.getFirst();
            }
        }
        // unknowns as the one type of the known arguments
        if (unknowns < n) {
            int known = TypeOids.UNKNOWN;
            for (int i = 0; i < n; i++) {
                if (inputs[i] == TypeOids.UNKNOWN) {
                    continue;
                }
                if (known == TypeOids.UNKNOWN) {
                    known = inputs[i];
                } else if (known != inputs[i]) {
                    known = TypeOids.UNKNOWN;
                    break;
                }
            }
            if (known != TypeOids.UNKNOWN) {
                int[] assumed = new int[n];
                Arrays.fill(assumed, known);
                T found = null;
                for (T candidate : candidates) {
                    int[] targets = Arrays.copyOf(types.apply(candidate), n);
                    if (Coercion.canCoerce(c, assumed, targets, Context.IMPLICIT)) {
                        if (found != null) {
                            return null;
                        }
                        found = candidate;
                    }
                }
                return found;
            }
        }
        return null;
    }

    /// Those with the highest score.
    private static <T> List<T> best(List<T> candidates, ToIntFunction<T> score) {
        int top = -1;
        List<T> list = new ArrayList<>();
        for (T candidate : candidates) {
            int s = score.applyAsInt(candidate);
            if (s > top) {
                top = s;
                list.clear();
            }
            if (s == top) {
                list.add(candidate);
            }
        }
        return list;
    }
}
