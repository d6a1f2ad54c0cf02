package org.pgherd.executor.shard;

/// How far a connection to a shard must be protected, as libpq's `sslmode`.
public enum SslMode {
    DISABLE,
    PREFER,
    REQUIRE,
    /// Encrypted, and the server's certificate must be trusted by the JVM and name the host.
    VERIFY_FULL
}
