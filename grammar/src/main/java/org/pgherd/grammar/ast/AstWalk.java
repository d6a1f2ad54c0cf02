package org.pgherd.grammar.ast;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// Walks over trees without knowing their nodes: children are the components that are nodes or lists of nodes,
/// in the order of the record's components.
public final class AstWalk {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    /// Accessors of a record but for its positions.
    private static final ClassValue<MethodHandle[]> PARTS = new ClassValue<>() {
        @Override
        protected MethodHandle[] computeValue(Class<?> type) {
            List<MethodHandle> handles = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType() != Position.class) {
                    try {
                        handles.add(LOOKUP.unreflect(component.getAccessor())
                                .asType(java.lang.invoke.MethodType.methodType(Object.class, Node.class)));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            return handles.toArray(MethodHandle[]::new);
        }
    };

    private AstWalk() {}

    /// Calls `each` for the direct children of `node`.
    public static void forEachChild(Node node, Consumer<? super Node> each) {
        for (MethodHandle part : PARTS.get(node.getClass())) {
            Object value = get(part, node);
            if (value instanceof Node child) {
                each.accept(child);
            } else if (value instanceof List<?> list) {
                for (Object item : list) {
                    if (item instanceof Node child) {
                        each.accept(child);
                    }
                }
            }
        }
    }

    public static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        forEachChild(node, children::add);
        return children;
    }

    /// Calls `each` for `root` and all nodes below it, parents first.
    /// However long the chains are that they form, as `a + b + c` and UNION do: this does not recurse.
    public static void forEach(Node root, Consumer<? super Node> each) {
        ArrayDeque<Node> open = new ArrayDeque<>();
        List<Node> children = new ArrayList<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            each.accept(node);
            children.clear();
            forEachChild(node, children::add);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
    }

    /// All nodes of one kind in `root`, itself included, in source order of their parents.
    public static <T extends Node> List<T> all(Node root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        forEach(root, node -> {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
        });
        return found;
    }

    /// Equality that takes no account of positions: what a deparsed and reparsed tree must have.
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        ArrayDeque<Pair> open = new ArrayDeque<>();
        open.push(new Pair(left, right));
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (!sameAlone(pair.left, pair.right, open)) {
                return false;
            }
        }
        return true;
    }

    private record Pair(@Nullable Object left, @Nullable Object right) {}

    /// Compares all but the parts of nodes and lists, which are left in `open`.
    private static boolean sameAlone(@Nullable Object left, @Nullable Object right, ArrayDeque<Pair> open) {
        if (left instanceof Node a && right instanceof Node b) {
            if (a.getClass() != b.getClass()) {
                return false;
            }
            for (MethodHandle part : PARTS.get(a.getClass())) {
                open.push(new Pair(get(part, a), get(part, b)));
            }
            return true;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                open.push(new Pair(a.get(i), b.get(i)));
            }
            return true;
        }
        return Objects.equals(left, right);
    }

    private static @Nullable Object get(MethodHandle part, Node node) {
        try {
            return (@Nullable Object) part.invokeExact(node);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
