package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a generated class computes, without its constants: the key under which it is found again.
record Shape(Purpose purpose, List<RowCode> roots) {
    /// Which method of [Kernel] the class has.
    enum Purpose {
        PROJECT,
        SELECT,
        TEST,
        VALUE
    }

    Shape {
        roots = List.copyOf(roots);
    }

    /// Number of nodes.
    int size() {
        int size = 0;
        for (RowCode root : roots) {
            size += nodes(root).size();
        }
        return size;
    }

    /// The columns that are read, each once.
    Set<RowCode.Column> columns() {
        Set<RowCode.Column> found = new LinkedHashSet<>();
        for (RowCode root : roots) {
            for (RowCode node : nodes(root)) {
                if (node instanceof RowCode.Column column) {
                    found.add(column);
                }
            }
        }
        return found;
    }

    /// A node and all below it.
    static List<RowCode> nodes(RowCode root) {
        List<RowCode> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(RowCode node, List<RowCode> into) {
        into.add(node);
        switch (node) {
            case RowCode.Column _, RowCode.Constant _, RowCode.Null _, RowCode.Parameter _ -> {}
            case RowCode.Tree _, RowCode.Bound _ -> {}
            case RowCode.Call c -> c.args().forEach(arg -> collect(arg, into));
            case RowCode.Recast c -> collect(c.arg(), into);
            case RowCode.Connective c -> c.args().forEach(arg -> collect(arg, into));
            case RowCode.Quals c -> c.args().forEach(arg -> collect(arg, into));
            case RowCode.Not c -> collect(c.arg(), into);
            case RowCode.Test c -> collect(c.arg(), into);
            case RowCode.IsNull c -> collect(c.arg(), into);
            case RowCode.Choice c -> {
                c.conditions().forEach(arg -> collect(arg, into));
                c.results().forEach(arg -> collect(arg, into));
                collect(c.orElse(), into);
            }
            case RowCode.Bind b -> {
                collect(b.value(), into);
                collect(b.body(), into);
            }
            case RowCode.Coalesce c -> c.args().forEach(arg -> collect(arg, into));
            case RowCode.NullIf n -> collect(n.equal(), into);
            case RowCode.Distinct d -> collect(d.equal(), into);
            case RowCode.Quantified q -> {
                collect(q.scalar(), into);
                collect(q.list(), into);
            }
            case RowCode.Extreme e -> e.args().forEach(arg -> collect(arg, into));
        }
    }
}
