package org.pgherd.semantics.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// docs/functions.md says what is so. `-Drewrite=true` writes it anew.
class FunctionCatalogueTest {
    @Test
    void theListOfFunctionsIsTrue() throws IOException {
        Path file = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(file.resolve("docs"))) {
            file = file.getParent();
        }
        file = file.resolve("docs").resolve("functions.md");
        String text = new FunctionCatalogue().write();
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text);
    }
}
