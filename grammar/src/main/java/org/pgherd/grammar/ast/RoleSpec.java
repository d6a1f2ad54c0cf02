package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A role by name or by CURRENT_USER and its kin.
public record RoleSpec(RoleSpecType roletype, @Nullable String rolename, Position at) implements Node {}
