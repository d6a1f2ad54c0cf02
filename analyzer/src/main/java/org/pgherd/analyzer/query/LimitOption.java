package org.pgherd.analyzer.query;

/// LIMIT / FETCH FIRST, or FETCH FIRST .. WITH TIES.
public enum LimitOption {
    COUNT,
    WITH_TIES
}
