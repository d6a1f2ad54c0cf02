package org.pgherd.conformance.fuzz;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.deparse.Deparser;

/// Cuts a statement down while it stays of interest: parts are left out, lists shortened, and nodes give way to what
/// they
/// hold, largest first, until nothing more can go.
public final class Reducer {
    private final Predicate<String> interesting;
    private int attempts;

    /// @param interesting whether a text still shows what is looked for
    /// @param attempts how many texts may be tried
    public Reducer(Predicate<String> interesting, int attempts) {
        this.interesting = interesting;
        this.attempts = attempts;
    }

    public String reduce(String sql) {
        Node best;
        try {
            best = SqlParser.parse(sql).getFirst().stmt();
        } catch (SqlException e) {
            return sql;
        }
        if (!holds(best)) {
            return sql;
        }
        @Nullable Node smaller = smaller(best);
        while (smaller != null) {
            best = smaller;
            smaller = smaller(best);
        }
        return Deparser.sql(best);
    }

    /// The first smaller tree that holds; after a cut, the search goes on from the tree that it left.
    private @Nullable Node smaller(Node root) {
        Node best = root;
        boolean found = false;
        List<Node> nodes = new ArrayList<>();
        AstWalk.forEach(root, nodes::add);
        for (Node node : nodes) {
            for (Node candidate : candidates(node)) {
                Node tree = replaced(best, node, candidate);
                if (tree != best && holds(tree)) {
                    best = tree;
                    found = true;
                    break;
                }
            }
            if (found) {
                return best;
            }
        }
        return null;
    }

    private boolean holds(Node tree) {
        if (attempts <= 0 || !(tree instanceof Statement)) {
            return false;
        }
        String text;
        try {
            text = Deparser.sql(tree);
            SqlParser.parse(text);
        } catch (RuntimeException | AssertionError e) {
            // a cut may leave a tree that is no SQL
            return false;
        }
        attempts--;
        return interesting.test(text);
    }

    /// What may stand in place of a node: parts of it, then itself with less in it.
    private static List<Node> candidates(Node node) {
        List<Node> found = new ArrayList<>();
        AstWalk.forEachChild(
                node,
                child -> AstWalk.forEach(child, part -> {
                    if (depthAllows(node, part)) {
                        found.add(part);
                    }
                }));
        RecordComponent[] components = node.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object value = value(node, components[i]);
            for (Object less : less(components[i], value)) {
                Node copy = copy(node, i, less);
                if (copy != null) {
                    found.add(copy);
                }
            }
        }
        return found;
    }

    /// Nodes of the same sort: an expression for an expression, a query for a query.
    private static boolean depthAllows(Node node, Node part) {
        return node instanceof org.pgherd.grammar.ast.Expr && part instanceof org.pgherd.grammar.ast.Expr
                || node instanceof org.pgherd.grammar.ast.FromItem && part instanceof org.pgherd.grammar.ast.FromItem
                || node instanceof org.pgherd.grammar.ast.Query && part instanceof org.pgherd.grammar.ast.Query;
    }

    /// Values of a component with less in them; null stands for none.
    private static List<@Nullable Object> less(RecordComponent component, @Nullable Object value) {
        List<@Nullable Object> found = new ArrayList<>();
        if (value instanceof List<?> list && !list.isEmpty()) {
            found.add(List.of());
            if (list.size() > 3) {
                found.add(list.subList(0, list.size() / 2));
                found.add(list.subList(list.size() / 2, list.size()));
            }
            for (int i = list.size() - 1; i >= 0 && list.size() > 1; i--) {
                List<Object> rest = new ArrayList<>(list);
                rest.remove(i);
                found.add(rest);
            }
        } else if (value instanceof Boolean flag && flag && !component.getName().equals("inh")) {
            found.add(false);
        } else if (value != null && !(value instanceof Position) && isNullable(component)) {
            found.add(null);
        }
        return found;
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Node replaced(Node root, Node target, Node replacement) {
        if (root == target) {
            return replacement;
        }
        RecordComponent[] components = root.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object value = value(root, components[i]);
            Object changed = value;
            if (value instanceof Node child) {
                changed = replaced(child, target, replacement);
            } else if (value instanceof List<?> list) {
                changed = replacedIn(list, target, replacement);
            }
            if (changed != value) {
                Node copy = copy(root, i, changed);
                return copy == null ? root : copy;
            }
        }
        return root;
    }

    private static List<?> replacedIn(List<?> list, Node target, Node replacement) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Node child) {
                Node changed = replaced(child, target, replacement);
                if (changed != child) {
                    List<Object> copy = new ArrayList<>(list);
                    copy.set(i, changed);
                    return copy;
                }
            }
        }
        return list;
    }

    private static @Nullable Object value(Node node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /// Null if the record does not take the value.
    private static @Nullable Node copy(Node node, int index, @Nullable Object value) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = i == index ? value : value(node, components[i]);
        }
        try {
            return (Node) node.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return null;
        }
    }
}
