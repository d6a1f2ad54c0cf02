package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// FETCH and MOVE; ALL is Long.MAX_VALUE.
public record FetchStmt(FetchDirection direction, long howMany, String portalname, boolean ismove, Position at)
        implements UtilityStatement {}
