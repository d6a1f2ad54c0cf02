package org.pgherd.analyzer.query;

/// OVERRIDING USER | SYSTEM VALUE.
public enum Overriding {
    NOT_SET,
    USER_VALUE,
    SYSTEM_VALUE
}
