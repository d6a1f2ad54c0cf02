package org.pgherd.conformance.slt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.pgherd.gateway.command.CommandFailure;

/// The published corpus: files in the jar of net.hydromatic:sql-logic-test, taken from the local Maven
/// repository and
/// fetched into it when it is not there yet (110 MB).
public final class CorpusJar {
    private static final String VERSION = "0.3";
    private static final String ARTIFACT = "net.hydromatic:sql-logic-test:" + VERSION;

    private CorpusJar() {}

    public static Path locate() {
        Path repository = Path.of(System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
        Path jar =
                repository.resolve("net/hydromatic/sql-logic-test/" + VERSION + "/sql-logic-test-" + VERSION + ".jar");
        if (!Files.isRegularFile(jar)) {
            fetch(repository);
        }
        if (!Files.isRegularFile(jar)) {
            throw new CommandFailure("could not fetch " + ARTIFACT);
        }
        return jar;
    }

    private static void fetch(Path repository) {
        Path root = Path.of(System.getProperty("pgherd.home", "."));
        Path wrapper = root.resolve("mvnw");
        String maven = Files.isExecutable(wrapper) ? wrapper.toAbsolutePath().toString() : "mvn";
        System.err.println("fetching " + ARTIFACT + " (110 MB) ...");
        try {
            Process process = new ProcessBuilder(
                            maven,
                            "-q",
                            "-B",
                            "-Dmaven.repo.local=" + repository,
                            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:get",
                            "-Dartifact=" + ARTIFACT,
                            "-Dtransitive=false")
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.to(Path.of(System.getProperty("java.io.tmpdir"), "pgherd-fetch.log")
                                    .toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new CommandFailure("could not fetch " + ARTIFACT + ": Maven ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new CommandFailure("could not fetch " + ARTIFACT + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }

    /// The test files whose path below the corpus's root begins with `prefix`, in order.
    public static List<? extends ZipEntry> entries(ZipFile zip, String prefix) {
        return zip.stream()
                .filter(entry -> entry.getName().endsWith(".test"))
                .filter(entry -> {
                    String name = entry.getName();
                    return name.startsWith(prefix) || name.contains("/" + prefix);
                })
                .sorted(java.util.Comparator.comparing(ZipEntry::getName))
                .toList();
    }
}
