package org.pgherd.shardplanner.distribution;

/// What a locality proof yields.
public sealed interface Finding permits Spread, Refusal {}
