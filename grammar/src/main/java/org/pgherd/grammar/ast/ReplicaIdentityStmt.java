package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// REPLICA IDENTITY: 'n', 'f', 'd' or 'i'.
public record ReplicaIdentityStmt(
        char identityType, @Nullable String name, Position at) implements Node {}
