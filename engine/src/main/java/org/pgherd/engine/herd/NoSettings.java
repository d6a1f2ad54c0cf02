package org.pgherd.engine.herd;

import java.lang.reflect.Proxy;
import org.pgherd.semantics.function.FunctionContext;

/// For decoding that depends on no setting.
public final class NoSettings {
    public static final FunctionContext CONTEXT = (FunctionContext) Proxy.newProxyInstance(
            FunctionContext.class.getClassLoader(),
            new Class<?>[] {FunctionContext.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("no settings here: " + method.getName());
            });

    private NoSettings() {}
}
