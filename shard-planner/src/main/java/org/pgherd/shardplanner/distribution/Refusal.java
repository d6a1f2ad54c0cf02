package org.pgherd.shardplanner.distribution;

/// No proof: `reason` says why, with column and qual.
public record Refusal(String reason) implements Finding {}
