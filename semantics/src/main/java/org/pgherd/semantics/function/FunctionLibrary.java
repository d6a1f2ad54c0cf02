package org.pgherd.semantics.function;

import java.util.List;

/// The classes whose methods are functions. One line per class; [FunctionRegistry] reads their annotations.
public final class FunctionLibrary {
    private static final List<Class<?>> CLASSES = List.of();

    private FunctionLibrary() {}

    public static List<Class<?>> classes() {
        return CLASSES;
    }
}
