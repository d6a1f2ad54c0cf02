package org.pgherd.shardplanner.facts;

/// What a function touches beside its arguments, as far as it decides where it may run.
public enum Reach {
    /// Nothing: it may run on any shard or here.
    NOTHING,
    /// The clock of the transaction or statement (`now()`): one value for the whole statement, shipped as a
    /// parameter.
    TRANSACTION_TIME,
    /// System catalogs, server state, sequences: only on the catalog shard, unless Java does it here.
    CATALOG,
    /// Users' tables, or unknown things: only through the coordinator, unless proved shard-local.
    TABLES
}
