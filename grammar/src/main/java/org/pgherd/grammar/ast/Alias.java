package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// AS name (columns).
public record Alias(String aliasname, List<String> colnames, Position at) implements Node {
    public Alias {
        colnames = List.copyOf(colnames);
    }
}
