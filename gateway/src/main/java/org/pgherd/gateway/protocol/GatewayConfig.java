package org.pgherd.gateway.protocol;

import java.util.Optional;

/// Rules for clients.
///
/// @param database the only database that clients may name; empty if any
/// @param maxConnections clients beyond are turned away with 53300
/// @param memoryLimit longest message body in bytes that is taken in; longer ones are an error (53200)
/// @param authenticationSeconds how long a client may take to say who it is
public record GatewayConfig(
        Authentication authentication,
        Optional<String> database,
        int maxConnections,
        int memoryLimit,
        int authenticationSeconds) {
    private static final int DEFAULT_CONNECTIONS = 1000;
    /// authentication_timeout.
    private static final int DEFAULT_AUTHENTICATION_SECONDS = 60;

    public static GatewayConfig trust() {
        return new GatewayConfig(
                new Authentication.Trust(),
                Optional.empty(),
                DEFAULT_CONNECTIONS,
                defaultMemoryLimit(),
                DEFAULT_AUTHENTICATION_SECONDS);
    }

    /// A quarter of the heap, at most PostgreSQL's own limit.
    private static int defaultMemoryLimit() {
        return (int) Math.min(MessageReader.LARGE_LIMIT, Runtime.getRuntime().maxMemory() / 4);
    }

    public GatewayConfig withAuthentication(Authentication value) {
        return new GatewayConfig(value, database, maxConnections, memoryLimit, authenticationSeconds);
    }

    public GatewayConfig withDatabase(String value) {
        return new GatewayConfig(
                authentication, Optional.of(value), maxConnections, memoryLimit, authenticationSeconds);
    }

    public GatewayConfig withMaxConnections(int value) {
        return new GatewayConfig(authentication, database, value, memoryLimit, authenticationSeconds);
    }

    public GatewayConfig withMemoryLimit(int value) {
        return new GatewayConfig(authentication, database, maxConnections, value, authenticationSeconds);
    }
}
