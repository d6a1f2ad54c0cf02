package org.pgherd.shardplanner.plan;

/// A foreign key by which another sharded table refers to the one that is written. Its rows lie on the shards of those
/// that
/// they refer to; a row that moves to another shard is deleted and inserted there, which would not be ON UPDATE.
///
/// @param name of the constraint
/// @param referenced the table that is written, without its schema
/// @param table that refers, without its schema
/// @param columns referenced, as errors name them
/// @param onUpdate confupdtype: a no action, r restrict, c cascade
/// @param find `SELECT` of the values of a key that is referred to, of the rows with ctids $1 and tableoids $2
public record ReferringKey(String name, String referenced, String table, String columns, char onUpdate, String find) {}
