package org.pgherd.semantics.function.io;

import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;

/// Output and send functions when SQL calls them by name (int4out, int4send...): the type's codec does it.
public final class OutputCalls {
    private OutputCalls() {}

    @PgFunction(
            oid = {
                31, 33, 35, 39, 41, 43, 45, 47, 49, 51, 53, 55, 110, 118, 120, 122, 124, 201, 215, 322, 348, 437, 461,
                751, 887, 911, 1045, 1047, 1085, 1144, 1151, 1161, 1243, 1313, 1351, 1427, 1451, 1491, 1565, 1580, 1702,
                1799, 2213, 2215, 2217, 2219, 2221, 2291, 2940, 2953, 3230, 3507, 3611, 3613, 3737, 3772, 3804, 3835,
                4003, 4085, 4092, 4111, 4194, 4232, 5056, 5081
            })
    public static Text output(FunctionContext context, CallSite site, Object value) {
        return Text.of(Codecs.output(site.argumentOid(0), value, context));
    }

    @PgFunction(
            oid = {
                324, 2401, 2403, 2405, 2407, 2409, 2411, 2413, 2415, 2417, 2419, 2421, 2423, 2425, 2427, 2429, 2431,
                2433, 2435, 2437, 2439, 2441, 2443, 2445, 2447, 2449, 2451, 2453, 2455, 2457, 2459, 2461, 2469, 2471,
                2473, 2475, 2477, 2479, 2481, 2483, 2485, 2487, 2489, 2491, 2493, 2495, 2497, 2499, 2942, 2962, 3239,
                3447, 3533, 3638, 3640, 3739, 3774, 3803, 3837, 4004, 4088, 4095, 4197, 4234, 5058, 5083
            })
    public static Bytea send(FunctionContext context, CallSite site, Object value) {
        ByteSink out = new ByteSink(32);
        Codecs.forType(site.argumentOid(0), context.types()).encodeBinary(value, out);
        return new Bytea(out.toByteArray());
    }
}
