package org.pgherd.engine.herd;

import java.lang.reflect.Proxy;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.IntervalStyle;

/// For coding that depends on no setting: values that travel as text are written so that they read alike under all
/// settings.
public final class NoSettings {
    public static final FunctionContext CONTEXT = (FunctionContext) Proxy.newProxyInstance(
            FunctionContext.class.getClassLoader(),
            new Class<?>[] {FunctionContext.class},
            (proxy, method, arguments) -> {
                return switch (method.getName()) {
                    case "dateStyle" -> new DateStyle(DateStyle.Format.ISO, DateStyle.Order.MDY);
                    case "intervalStyle" -> IntervalStyle.ISO_8601;
                    case "extraFloatDigits" -> 1;
                    case "byteaOutput" -> ByteaOutput.HEX;
                    case "timeZone" -> PgTimeZone.UTC;
                    case "exact" -> proxy;
                    default -> throw new AssertionError("no settings here: " + method.getName());
                };
            });

    private NoSettings() {}
}
