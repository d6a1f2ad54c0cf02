package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A possibly qualified name of an object, outermost part first.
public record QualifiedName(List<String> names, Position at) implements Node {
    public QualifiedName {
        names = List.copyOf(names);
    }
}
