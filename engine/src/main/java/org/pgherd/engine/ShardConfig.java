package org.pgherd.engine;

/// Where a shard is.
///
/// @param password empty if none is needed
public record ShardConfig(String host, int port, String database, String user, String password) {
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
