package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// element WITH operator.
public record ExclusionElement(IndexElem elem, List<String> operator, Position at) implements Node {
    public ExclusionElement {
        operator = List.copyOf(operator);
    }
}
