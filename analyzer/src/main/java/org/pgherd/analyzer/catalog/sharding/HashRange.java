package org.pgherd.analyzer.catalog.sharding;

/// Hash values `first` to `last`, both inclusive and signed, and the shard that has them.
public record HashRange(long first, long last, int shard) {}
