package org.pgherd.engine.session;

/// A cursor's query, and where its rows lie as far as WHERE CURRENT OF can use it.
public record CursorPlan(PlannedQuery query, UpdatableScan scan) {}
