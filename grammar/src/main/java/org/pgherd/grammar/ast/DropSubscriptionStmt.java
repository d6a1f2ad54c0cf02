package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// DROP SUBSCRIPTION.
public record DropSubscriptionStmt(String subname, boolean missingOk, DropBehavior behavior, Position at)
        implements UtilityStatement {}
