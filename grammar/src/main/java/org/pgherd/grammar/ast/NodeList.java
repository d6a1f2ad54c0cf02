package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A list where PostgreSQL's tree has a bare List.
public record NodeList(List<Node> items, Position at) implements Node {
    public NodeList {
        items = List.copyOf(items);
    }
}
