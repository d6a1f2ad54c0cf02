package org.pgherd.shardplanner.plan;

/// Why a part of a plan stands on its rung.
///
/// @param because in words, with column and qual: "listens.creator_id = $1 pins the shard key"
/// @param notHigher why the next rung up is not proved; empty on the highest
public record Why(Rung rung, String because, String notHigher) {}
