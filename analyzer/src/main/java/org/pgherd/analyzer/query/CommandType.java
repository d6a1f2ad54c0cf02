package org.pgherd.analyzer.query;

/// What a statement does (CmdType).
public enum CommandType {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    /// everything that has no plan
    UTILITY,
    /// MERGE's DO NOTHING
    NOTHING
}
