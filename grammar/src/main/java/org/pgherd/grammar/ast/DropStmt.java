package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// DROP; an object is a [QualifiedName], [TypeName], [ObjectWithArgs] or [NodeList].
public record DropStmt(
        List<Node> objects,
        ObjectType removeType,
        DropBehavior behavior,
        boolean missingOk,
        boolean concurrent,
        Position at)
        implements UtilityStatement {
    public DropStmt {
        objects = List.copyOf(objects);
    }
}
