package org.pgherd.executor.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.Text;

/// Results of one call of a routine by its arguments, within one execution. Only small values are kept, and when there
/// are many, all are forgotten.
public final class RememberedResults {
    private static final int MOST = 4096;
    private static final int LONGEST = 256;

    private final Map<List<@Nullable Object>, Optional<Object>> results = new HashMap<>();

    @Nullable
    Object get(@Nullable Object[] arguments, Supplier<@Nullable Object> call) {
        for (Object argument : arguments) {
            if (!isSmall(argument)) {
                return call.get();
            }
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

    private static boolean isSmall(@Nullable Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Text text && text.length() <= LONGEST;
    }
}
