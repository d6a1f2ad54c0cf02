package org.pgherd.analyzer.effect;

/// A proof that a call touches one shard only.
///
/// @param argument index (0-based) of the input argument that every access filters the shard key by
/// @param colocationGroup of all tables touched
public record Affinity(int argument, int colocationGroup) {}
