package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// SECURITY LABEL.
public record SecLabelStmt(
        ObjectType objtype,
        Node object,
        @Nullable String provider,
        @Nullable String label,
        Position at) implements UtilityStatement {}
