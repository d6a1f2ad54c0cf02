package org.pgherd.analyzer.catalog.sharding;

/// How a relation's rows lie on the shards.
public sealed interface Distribution {
    /// By PostgreSQL's extended hash of a column, in the ranges of a colocation group.
    record Hash(int attnum, ColocationGroup group) implements Distribution {}
    /// A full copy on every shard.
    record Reference() implements Distribution {}
    /// All rows on one shard.
    record Single(int shard) implements Distribution {}
    /// All tables of a schema on one shard (schema per tenant).
    record Schema(String schema, int shard) implements Distribution {}
    /// A system catalog: each shard has its own; the catalog shard's is shown.
    record Catalog() implements Distribution {}
}
