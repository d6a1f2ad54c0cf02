package org.pgherd.semantics.function.io;

import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Input functions when SQL calls them by name (int4in, numeric_in...): the type's codec does it.
public final class InputCalls {
    private InputCalls() {}

    @PgFunction(
            oid = {
                34, 38, 40, 42, 46, 48, 50, 52, 54, 117, 119, 121, 123, 200, 214, 321, 347, 436, 460, 886, 910, 1084,
                1242, 1244, 1245, 1267, 1450, 1490, 1798, 2939, 2952, 3229, 3610, 3612, 3806, 4001, 4110, 5055, 5070
            })
    public static Object input(FunctionContext context, CallSite site, Text text) {
        return Codecs.input(site.resultType().oid(), -1, text.toString(), context);
    }

    /// With the element's type, which none of these has, and a modifier.
    @PgFunction(oid = {1044, 1046, 1143, 1150, 1160, 1312, 1350, 1564, 1579, 1701})
    public static Object inputWithModifier(
            FunctionContext context, CallSite site, Text text, int elementType, int modifier) {
        return Codecs.input(site.resultType().oid(), modifier, text.toString(), context);
    }
}
