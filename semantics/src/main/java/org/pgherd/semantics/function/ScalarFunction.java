package org.pgherd.semantics.function;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of pg_proc with its Java method.
///
/// @param strict proisstrict: callers must not call it with a NULL, the result is NULL
/// @param takesContext the method's first parameter is a [FunctionContext]
/// @param takesCallSite the next one is a [CallSite]
/// @param parameterClasses of the arguments proper
/// @param returnsSet the method returns a [RowIterator]
/// @param spread type of `generic` is (FunctionContext, CallSite, Object[])Object
public record ScalarFunction(
        int oid,
        String name,
        Method method,
        MethodHandle handle,
        boolean strict,
        boolean takesContext,
        boolean takesCallSite,
        List<Class<?>> parameterClasses,
        Class<?> returnClass,
        boolean returnsSet,
        MethodHandle spread) {
    /// Calls it with boxed arguments; handles strictness.
    public @Nullable Object call(FunctionContext context, CallSite site, @Nullable Object... arguments) {
        if (strict) {
            for (Object argument : arguments) {
                if (argument == null) {
                    return null;
                }
            }
        }
        try {
            return (Object) spread.invokeExact(context, site, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// Calls a set-returning function; a strict one gives no rows for a NULL.
    public RowIterator callSet(FunctionContext context, CallSite site, @Nullable Object... arguments) {
        RowIterator rows = (RowIterator) call(context, site, arguments);
        return rows == null ? RowIterator.EMPTY : rows;
    }
}
