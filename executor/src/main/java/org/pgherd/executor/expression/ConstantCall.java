package org.pgherd.executor.expression;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.ScalarFunction;

/// Calls a function that takes no session.
final class ConstantCall {
    private ConstantCall() {}

    static @Nullable Object call(ScalarFunction function, CallSite site, @Nullable Object[] values) {
        if (function.strict() && Arrays.asList(values).contains(null)) {
            return null;
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        if (function.takesCallSite()) {
            arguments.add(site);
        }
        arguments.addAll(Arrays.asList(values));
        try {
            return function.method().invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
