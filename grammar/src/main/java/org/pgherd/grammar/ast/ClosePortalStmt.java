package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CLOSE; without a name ALL.
public record ClosePortalStmt(@Nullable String portalname, Position at) implements UtilityStatement {}
