package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// REFRESH MATERIALIZED VIEW.
public record RefreshMatViewStmt(boolean concurrent, boolean skipData, RangeVar relation, Position at)
        implements UtilityStatement {}
