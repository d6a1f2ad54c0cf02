package org.pgherd.gateway.command;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.ShardConfig;
import org.pgherd.gateway.protocol.Authentication;
import org.pgherd.gateway.protocol.GatewayConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// A herd's description for `serve`, read from TOML. Passwords stand in environment variables, never in the file.
record ServeConfig(
        HerdConfig herd,
        GatewayConfig gateway,
        String database,
        String host,
        int port,
        @Nullable Path certificate,
        @Nullable Path key) {
    private static final int DEFAULT_PORT = 6432;
    private static final int POSTGRES_PORT = 5432;

    /// @param environment value of a variable, null if it is not set
    static ServeConfig read(Path file, UnaryOperator<@Nullable String> environment) {
        return new Reader(file, environment).config(root(file));
    }

    /// Only the servers behind: who connects in the same process needs no rules for clients.
    static HerdConfig readHerd(Path file, UnaryOperator<@Nullable String> environment) {
        return new Reader(file, environment).herd(root(file));
    }

    private static JsonNode root(Path file) {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": no such file or not readable", e);
        } catch (JacksonException e) {
            throw new CommandFailure(
                    file + ": " + e.getOriginalMessage().lines().findFirst().orElse("not TOML") + " (line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ")",
                    e);
        }
    }

    /// @return null without a certificate
    @Nullable
    SslContext tlsContext() {
        Path certificateFile = certificate;
        Path keyFile = key;
        if (certificateFile == null || keyFile == null) {
            return null;
        }
        try {
            return SslContextBuilder.forServer(certificateFile.toFile(), keyFile.toFile())
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new CommandFailure("cannot use the certificate " + certificateFile + ": " + e.getMessage(), e);
        }
    }

    private record Reader(Path file, UnaryOperator<@Nullable String> environment) {
        HerdConfig herd(JsonNode root) {
            allow(root, "", Set.of("listen", "database", "max_connections", "auth", "tls", "settings", "shards"));
            List<ShardConfig> shards = new ArrayList<>();
            JsonNode list = root.path("shards");
            for (int i = 0; i < list.size(); i++) {
                shards.add(shard(list.get(i), "shards[" + i + "]"));
            }
            if (shards.isEmpty()) {
                throw failure("a herd needs at least one [[shards]]");
            }
            Map<String, String> settings = new HashMap<>();
            root.path("settings")
                    .properties()
                    .forEach(e -> settings.put(e.getKey(), e.getValue().asString()));
            return new HerdConfig(shards, settings);
        }

        ServeConfig config(JsonNode root) {
            HerdConfig herd = herd(root);
            String listen = text(root, "listen", "127.0.0.1:" + DEFAULT_PORT);
            int colon = listen.lastIndexOf(':');
            if (colon < 0) {
                throw failure("listen is HOST:PORT, not \"" + listen + "\"");
            }
            String database = text(root, "database", herd.shards().getFirst().database());
            GatewayConfig gateway = GatewayConfig.trust()
                    .withAuthentication(authentication(root.path("auth")))
                    .withDatabase(database);
            if (root.has("max_connections")) {
                gateway = gateway.withMaxConnections(number(root, "max_connections", 0));
            }
            JsonNode tls = root.path("tls");
            allow(tls, "tls.", Set.of("certificate", "key"));
            Path base = file.toAbsolutePath().getParent();
            Path certificate =
                    tls.has("certificate") && base != null ? base.resolve(text(tls, "certificate", "")) : null;
            Path key = tls.has("key") && base != null ? base.resolve(text(tls, "key", "")) : null;
            if ((certificate == null) != (key == null)) {
                throw failure("[tls] needs both certificate and key");
            }
            return new ServeConfig(
                    herd,
                    gateway,
                    database,
                    listen.substring(0, colon),
                    port(listen.substring(colon + 1)),
                    certificate,
                    key);
        }

        private Authentication authentication(JsonNode auth) {
            allow(auth, "auth.", Set.of("method", "users"));
            String method = text(auth, "method", "scram");
            switch (method) {
                case "trust" -> {
                    return new Authentication.Trust();
                }
                case "scram" -> {}
                default -> throw failure("auth.method is \"trust\" or \"scram\", not \"" + method + "\"");
            }
            Map<String, String> passwords = new HashMap<>();
            for (JsonNode user : auth.path("users")) {
                allow(user, "auth.users.", Set.of("name", "password_env"));
                String name = required(user, "name", "auth.users.");
                passwords.put(name, password(user, "auth.users."));
            }
            if (passwords.isEmpty()) {
                throw failure("auth.method \"scram\" (the default) needs [[auth.users]]");
            }
            return new Authentication.Scram(passwords);
        }

        private ShardConfig shard(JsonNode node, String at) {
            allow(node, at + ".", Set.of("url", "host", "port", "database", "user", "password_env"));
            String password = node.has("password_env") ? password(node, at + ".") : "";
            if (node.has("url")) {
                String url = text(node, "url", "");
                Properties parsed = org.postgresql.Driver.parseURL(url, new Properties());
                if (parsed == null) {
                    throw failure(at + ".url is no JDBC URL of PostgreSQL: \"" + url + "\"");
                }
                return new ShardConfig(
                        parsed.getProperty("PGHOST", "localhost"),
                        port(parsed.getProperty("PGPORT", Integer.toString(POSTGRES_PORT))),
                        parsed.getProperty("PGDBNAME", "postgres"),
                        parsed.getProperty("user", text(node, "user", "postgres")),
                        password.isEmpty() ? parsed.getProperty("password", "") : password);
            }
            return new ShardConfig(
                    required(node, "host", at + "."),
                    number(node, "port", POSTGRES_PORT),
                    text(node, "database", "postgres"),
                    text(node, "user", "postgres"),
                    password);
        }

        private String password(JsonNode node, String at) {
            String variable = required(node, "password_env", at);
            String value = environment.apply(variable);
            if (value == null) {
                throw failure(at + "password_env: the environment variable " + variable + " is not set");
            }
            return value;
        }

        private void allow(JsonNode node, String at, Set<String> names) {
            node.properties().forEach(e -> {
                if (!names.contains(e.getKey())) {
                    throw failure("unknown key " + at + e.getKey());
                }
            });
        }

        private String required(JsonNode node, String name, String at) {
            if (!node.has(name)) {
                throw failure(at + name + " is missing");
            }
            return text(node, name, "");
        }

        private String text(JsonNode node, String name, String otherwise) {
            JsonNode value = node.path(name);
            if (value.isMissingNode()) {
                return otherwise;
            }
            if (!value.isString()) {
                throw failure(name + " must be a string");
            }
            return value.asString();
        }

        private int number(JsonNode node, String name, int otherwise) {
            JsonNode value = node.path(name);
            if (value.isMissingNode()) {
                return otherwise;
            }
            if (!value.isInt() || value.asInt() < 1) {
                throw failure(name + " must be a positive number");
            }
            return value.asInt();
        }

        private int port(String text) {
            try {
                int port = Integer.parseInt(text);
                if (port >= 0 && port <= 65535) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw failure("no port number: \"" + text + "\"");
        }

        private CommandFailure failure(String message) {
            return new CommandFailure(file + ": " + message);
        }
    }
}
