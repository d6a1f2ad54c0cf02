package org.pgherd.executor.expression;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decides when a generated class takes over from trees. A statement of few rows never asks for one.
final class Warmup {
    /// Fewer rows than these in one execution are not worth looking a shape up.
    private static final int WORTH_LOOKING = Math.min(256, KernelCache.WORTH_ROWS);

    private long rows;
    private @Nullable KernelCache shape;
    private Object[] slots = {};
    private @Nullable Kernel kernel;

    /// After `count` more rows; null if they are for the trees.
    @Nullable
    Kernel kernel(int count, Function<Lowering, Shape> lower, ExpressionCompiler compiler) {
        if (kernel != null) {
            return kernel;
        }
        rows += count;
        KernelCache known = shape;
        if (known == null) {
            if (rows < WORTH_LOOKING) {
                return null;
            }
            Lowering lowering = new Lowering(compiler);
            known = KernelCache.of(lower.apply(lowering));
            shape = known;
            slots = lowering.slots();
        }
        kernel = known.kernel(rows, slots);
        rows = 0;
        return kernel;
    }
}
