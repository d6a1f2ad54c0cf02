package org.pgherd.executor.expression;

import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The generated classes, by shape. A class is only made when enough rows were seen in all statements with the shape
/// together;
/// the shapes that were not used for longest are forgotten, and their classes unloaded.
final class KernelCache {
    /// Rows after which generating has paid: it takes as long as the trees take for some thousand rows.
    static final int WORTH_ROWS = Integer.getInteger("pgherd.expression.rows", 4096);

    private static final int MOST_SHAPES = 1000;
    private static final int MOST_NODES = 400;
    /// HotSpot leaves larger methods to its interpreter.
    private static final int MOST_BYTECODE = 8000;

    private static final Map<Shape, KernelCache> SHAPES = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, KernelCache> eldest) {
            return size() > MOST_SHAPES;
        }
    };

    private final Shape shape;
    private final Set<RowCode.Column> columns;
    private long rows;
    private boolean tried;
    private @Nullable MethodHandle constructor;

    private KernelCache(Shape shape) {
        this.shape = shape;
        this.columns = shape.columns();
    }

    static KernelCache of(Shape shape) {
        synchronized (SHAPES) {
            return SHAPES.computeIfAbsent(shape, KernelCache::new);
        }
    }

    /// An instance after `seen` more rows; null while they are too few, or if the class would be too large.
    @Nullable
    Kernel kernel(long seen, Object[] slots) {
        MethodHandle made = constructor(seen);
        if (made == null) {
            return null;
        }
        try {
            return ((Kernel) made.invokeExact(slots)).reading(columns);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private synchronized @Nullable MethodHandle constructor(long seen) {
        rows += seen;
        if (!tried && rows >= WORTH_ROWS) {
            tried = true;
            constructor = shape.size() > MOST_NODES ? null : generate();
        }
        return constructor;
    }

    private @Nullable MethodHandle generate() {
        byte[] bytes = KernelWriter.write(shape);
        if (longestMethod(bytes) > MOST_BYTECODE) {
            return null;
        }
        try {
            MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return made.findConstructor(made.lookupClass(), MethodType.methodType(void.class, Object[].class))
                    .asType(MethodType.methodType(Kernel.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static int longestMethod(byte[] bytes) {
        int longest = 0;
        for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
            int length = method.code()
                    .map(code -> ((CodeAttribute) code).codeLength())
                    .orElse(0);
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
