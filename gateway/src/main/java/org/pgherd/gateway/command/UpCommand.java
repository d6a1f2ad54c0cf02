package org.pgherd.gateway.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.example.Example;
import org.pgherd.gateway.memory.HerdDataSource;
import org.pgherd.gateway.network.GatewayServer;
import org.pgherd.gateway.protocol.Gateway;
import org.pgherd.gateway.protocol.GatewayConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pgherd up`.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts a herd of real PostgreSQL servers and a gateway before it, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private static final int PREFERRED_PORT = 6432;
    private static final int ANY = -1;
    static final String DATABASE = "herd";

    @Option(names = "--shards", paramLabel = "N", description = "how many servers (default 4)")
    private int shards = ANY;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "the gateway's port on 127.0.0.1 (default 6432, any free one if that is taken; 0 for any)")
    private int port = ANY;

    @Option(names = "--data", paramLabel = "DIR", description = "keep the data there (default: temporary)")
    private @Nullable Path data;

    @Option(names = "--example", paramLabel = "music|tpch|none", description = "load an example (default none)")
    private Example example = Example.NONE;

    @Override
    public Integer call() throws IOException {
        if (shards != ANY && (shards < 1 || shards > 64)) {
            throw new CommandFailure("--shards takes 1 to 64");
        }
        if (port > 65535 || port < ANY) {
            throw new CommandFailure("--port takes 0 to 65535");
        }
        Progress progress = new Progress();
        progress.step("starting PostgreSQL servers");
        BoxedHerd herd = BoxedHerd.start(Math.max(shards, 0), data);
        try {
            if (example != Example.NONE) {
                progress.step("loading example " + example);
                try (HerdDataSource source = HerdDataSource.of(herd.herd()::connect);
                        WireClient client = WireClient.connect(source::openSocket, "postgres", DATABASE)) {
                    if (!example.isLoaded(client)) {
                        example.load(client, true);
                    }
                }
            }
            Gateway gateway =
                    new Gateway(herd.herd()::connect, GatewayConfig.trust().withDatabase(DATABASE));
            RunningGateway.Opening opening = at -> GatewayServer.open(gateway, "127.0.0.1", at, null);
            GatewayServer server =
                    port == ANY ? RunningGateway.openAtFirstFree(opening, PREFERRED_PORT) : opening.open(port);
            progress.done();
            RunningGateway.serve(
                    server, herd, "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + DATABASE + "?user=postgres");
        } catch (IOException | RuntimeException e) {
            herd.close();
            throw e;
        }
        return ExitCode.FINE;
    }
}
