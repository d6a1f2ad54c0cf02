package org.pgherd.gateway.command;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.PgHerd;
import org.pgherd.gateway.network.GatewayServer;
import org.pgherd.gateway.protocol.Gateway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pgherd serve`.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves a herd of existing PostgreSQL servers until Ctrl-C.",
        footer = {
            "",
            "pgherd.toml:",
            "  listen = \"127.0.0.1:6432\"",
            "  database = \"shop\"                    # the name that clients connect to",
            "  max_connections = 200",
            "  [auth]",
            "  method = \"scram\"                     # or \"trust\"",
            "  [[auth.users]]",
            "  name = \"app\"",
            "  password_env = \"APP_PASSWORD\"        # environment variable with the password",
            "  [tls]                                # optional",
            "  certificate = \"server.crt\"",
            "  key = \"server.key\"",
            "  [settings]                           # defaults of every session",
            "  \"pgherd.default_shard_by\" = \"auto\"",
            "  [[shards]]",
            "  url = \"jdbc:postgresql://db0/shop?user=app\"",
            "  password_env = \"DB_PASSWORD\"",
            "  [[shards]]",
            "  host = \"db1\"",
            "  port = 5432",
            "  database = \"shop\"",
            "  user = \"app\"",
            "  password_env = \"DB_PASSWORD\""
        })
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the herd's description (TOML)")
    private @Nullable Path config;

    @Override
    public Integer call() throws IOException {
        Path file = config;
        if (file == null) {
            throw new CommandFailure("--config is missing");
        }
        ServeConfig read = ServeConfig.read(file, System::getenv);
        SslContext tls = read.tlsContext();
        PgHerd herd = PgHerd.open(read.herd());
        try {
            Gateway gateway = new Gateway(herd::connect, read.gateway());
            GatewayServer server = GatewayServer.open(gateway, read.host(), read.port(), tls);
            RunningGateway.serve(
                    server, herd, "jdbc:postgresql://" + read.host() + ":" + server.port() + "/" + read.database());
        } catch (IOException | RuntimeException e) {
            herd.close();
            throw e;
        }
        return ExitCode.FINE;
    }
}
