package org.pgherd.semantics.function;

/// The IntervalStyle setting.
public enum IntervalStyle {
    POSTGRES,
    POSTGRES_VERBOSE,
    SQL_STANDARD,
    ISO_8601
}
