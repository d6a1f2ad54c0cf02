package org.pgherd.gateway.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The files of the repository's `examples` folder, packed into the jar.
final class ExampleFiles {
    private ExampleFiles() {}

    static String read(String path) throws IOException {
        try (InputStream in = ExampleFiles.class.getResourceAsStream("/examples/" + path)) {
            if (in == null) {
                throw new IOException("examples/" + path + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
