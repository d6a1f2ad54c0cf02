package org.pgherd.semantics.function;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;

/// The functions that Java implements, by pg_proc.oid. The role of fmgrtab.c.
public final class FunctionRegistry {
    private static final MethodType SPREAD =
            MethodType.methodType(Object.class, FunctionContext.class, CallSite.class, Object[].class);

    private final Int2ObjectOpenHashMap<ScalarFunction> functions = new Int2ObjectOpenHashMap<>();

    private FunctionRegistry() {
        for (Class<?> library : FunctionLibrary.classes()) {
            for (Method method : library.getMethods()) {
                PgFunction annotation = method.getAnnotation(PgFunction.class);
                if (annotation != null) {
                    register(method, annotation);
                }
            }
        }
    }

    private static final class Holder {
        static final FunctionRegistry INSTANCE = new FunctionRegistry();
    }

    public static FunctionRegistry instance() {
        return Holder.INSTANCE;
    }

    /// Null if Java does not implement it.
    public @Nullable ScalarFunction function(int oid) {
        return functions.get(oid);
    }

    public Collection<ScalarFunction> all() {
        return functions.values();
    }

    private void register(Method method, PgFunction annotation) {
        if (!Modifier.isStatic(method.getModifiers())) {
            throw new AssertionError(method + " is not static");
        }
        MethodHandle handle;
        try {
            handle = MethodHandles.publicLookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        List<Class<?>> parameters = new ArrayList<>(List.of(method.getParameterTypes()));
        boolean takesContext = !parameters.isEmpty() && parameters.getFirst() == FunctionContext.class;
        if (takesContext) {
            parameters.removeFirst();
        }
        boolean takesCallSite = !parameters.isEmpty() && parameters.getFirst() == CallSite.class;
        if (takesCallSite) {
            parameters.removeFirst();
        }
        MethodHandle spread = spread(handle, takesContext, takesCallSite);
        for (int oid : annotation.oid()) {
            ProcRow row = BuiltinCatalog.instance().proc(oid);
            if (row == null) {
                throw new AssertionError(method + ": no function has oid " + oid);
            }
            ScalarFunction function = new ScalarFunction(
                    oid,
                    row.name(),
                    method,
                    handle,
                    row.strict(),
                    takesContext,
                    takesCallSite,
                    List.copyOf(parameters),
                    method.getReturnType(),
                    RowIterator.class.isAssignableFrom(method.getReturnType()),
                    spread);
            ScalarFunction other = functions.put(oid, function);
            if (other != null) {
                throw new AssertionError("two methods for " + oid + ": " + other.method() + ", " + method);
            }
        }
    }

    /// Any method as (context, call site, arguments) -> object.
    private static MethodHandle spread(MethodHandle method, boolean takesContext, boolean takesCallSite) {
        MethodHandle h = method.asFixedArity();
        int leading = (takesContext ? 1 : 0) + (takesCallSite ? 1 : 0);
        int arguments = h.type().parameterCount() - leading;
        if (!takesCallSite) {
            h = MethodHandles.dropArguments(h, takesContext ? 1 : 0, CallSite.class);
        }
        if (!takesContext) {
            h = MethodHandles.dropArguments(h, 0, FunctionContext.class);
        }
        return h.asType(h.type()
                        .generic()
                        .changeParameterType(0, FunctionContext.class)
                        .changeParameterType(1, CallSite.class))
                .asSpreader(Object[].class, arguments)
                .asType(SPREAD);
    }
}
