package org.pgherd.executor.shard;

import org.jspecify.annotations.Nullable;

/// Where a shard is and as whom to enter it.
///
/// @param number the shard's number in the herd, as plans name it
public record ShardAddress(
        int number,
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        SslMode ssl) {
    public ShardAddress(int number, String host, int port, String database, String user, @Nullable String password) {
        this(number, host, port, database, user, password, SslMode.PREFER);
    }

    /// The same server, entered as another user.
    public ShardAddress as(String otherUser, @Nullable String otherPassword) {
        return new ShardAddress(number, host, port, database, otherUser, otherPassword, ssl);
    }

    /// Without the password: addresses get into logs.
    @Override
    public String toString() {
        return "shard " + number + " (" + host + ":" + port + "/" + database + ")";
    }
}
