package org.pgherd.conformance.language;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.pgherd.embedded.EmbeddedPostgres;

/// A test that asks a real server's parser.
abstract class ServerParserTest {
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable RawParser oracle;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        oracle = new RawParser(server);
    }

    @AfterAll
    static void stop() throws IOException {
        if (oracle != null) {
            oracle.close();
        }
        if (server != null) {
            server.close();
        }
    }

    static RawParser oracle() {
        if (oracle == null) {
            throw new AssertionError("no server");
        }
        return oracle;
    }
}
