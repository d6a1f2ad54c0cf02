package org.pgherd.gateway.parse;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A tree as indented text: a line for each node with its range, and below it what it is made of. Components that
/// are null, false or empty are left out.
final class TreeText {
    private final StringBuilder out = new StringBuilder();

    private TreeText() {}

    static String of(Object root) {
        TreeText text = new TreeText();
        if (root instanceof Record node) {
            text.node("", node, 0);
        }
        return text.out.toString();
    }

    private void node(String label, Record node, int depth) {
        out.repeat("  ", depth).append(label).append(node.getClass().getSimpleName());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (value(component, node) instanceof Position at && at.isKnown()) {
                out.append(" @").append(at.start()).append('-').append(at.end());
                break;
            }
        }
        StringBuilder plain = new StringBuilder();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = value(component, node);
            if (isPlain(value) && !isDefault(value)) {
                plain.append(' ').append(component.getName()).append('=').append(shown(value));
            }
        }
        out.append(plain).append('\n');
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = value(component, node);
            if (!isPlain(value) && !(value instanceof Position)) {
                child(component.getName(), value, depth + 1);
            }
        }
    }

    private void child(String name, @Nullable Object value, int depth) {
        if (value instanceof Record node) {
            node(name + ": ", node, depth);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.repeat("  ", depth).append(name).append(":\n");
            for (Object item : list) {
                if (item instanceof Record node) {
                    node("", node, depth + 1);
                } else {
                    child("-", item, depth + 1);
                }
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Record node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether a value is shown on the node's own line.
    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Record _ -> false;
            case List<?> list ->
                list.isEmpty() || !(list.getFirst() instanceof Record || list.getFirst() instanceof List);
            default -> true;
        };
    }

    private static boolean isDefault(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean flag -> !flag;
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text ? '"' + text.replace("\n", "\\n") + '"' : String.valueOf(value);
    }
}
