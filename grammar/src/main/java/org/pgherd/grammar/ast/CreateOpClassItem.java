package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A member of an operator class or family.
public record CreateOpClassItem(
        OpClassItemType itemtype,
        @Nullable ObjectWithArgs name,
        int number,
        List<String> orderFamily,
        List<TypeName> classArgs,
        @Nullable TypeName storedtype,
        Position at)
        implements Node {
    public CreateOpClassItem {
        orderFamily = List.copyOf(orderFamily);
        classArgs = List.copyOf(classArgs);
    }
}
