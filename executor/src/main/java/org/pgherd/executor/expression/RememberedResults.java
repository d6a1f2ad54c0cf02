package org.pgherd.executor.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.Text;

/// Results of one call of a routine by its arguments, within one execution. Only small values are kept, and when there
/// are many, all are forgotten.
public final class RememberedResults {
    private static final int MOST = 4096;
    private static final int MOST_SETS = 256;
    private static final int LONGEST = 256;

    private final Map<List<@Nullable Object>, Optional<Object>> results = new HashMap<>();
    private final Map<List<@Nullable Object>, List<@Nullable Object>> sets = new HashMap<>();

    @Nullable
    Object get(@Nullable Object[] arguments, Supplier<@Nullable Object> call) {
        if (!areSmall(arguments)) {
            return call.get();
        }
        List<@Nullable Object> key = Arrays.asList(arguments.clone());
        Optional<Object> known = results.get(key);
        if (known != null) {
            return known.orElse(null);
        }
        Object result = call.get();
        if (isSmall(result)) {
            if (results.size() == MOST) {
                results.clear();
            }
            results.put(key, Optional.ofNullable(result));
        }
        return result;
    }

    /// The rows of a call that gives a set of scalars.
    RowIterator rows(@Nullable Object[] arguments, Supplier<RowIterator> call) {
        if (!areSmall(arguments)) {
            return call.get();
        }
        List<@Nullable Object> key = Arrays.asList(arguments.clone());
        List<@Nullable Object> known = sets.get(key);
        return known != null
                ? RowIterator.ofValues(known.iterator())
                : new RecordedRows(call.get(), rows -> {
                    if (sets.size() == MOST_SETS) {
                        sets.clear();
                    }
                    sets.put(key, rows);
                });
    }

    private static boolean areSmall(@Nullable Object[] values) {
        for (Object value : values) {
            if (!isSmall(value)) {
                return false;
            }
        }
        return true;
    }

    static boolean isSmall(@Nullable Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Text text && text.length() <= LONGEST;
    }
}
