package org.pgherd.grammar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search led by coverage, in a process of its own because its agent rewrites classes as they are loaded.
/// A long one: -Dpgherd.jazzer.runs=10000000.
class JazzerTest {
    /// The seeds are more than a thousand of them.
    private static final long RUNS = Long.getLong("pgherd.jazzer.runs", 10_000);

    /// Loading and rewriting classes takes its time on a slow machine.
    private static final long LIMIT_SECONDS = 300 + RUNS / 20;

    @Test
    void findsNothing(@TempDir Path folder) throws IOException, InterruptedException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        assumeTrue(
                (system.contains("linux") || system.contains("mac"))
                        && List.of("amd64", "x86_64", "aarch64").contains(processor),
                "Jazzer has no driver for " + system + " on " + processor);
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        List<String> texts = new ArrayList<>(FuzzSeeds.statements());
        texts.addAll(FuzzSeeds.BODIES);
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(seeds.resolve(Integer.toString(i)), texts.get(i));
        }
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + JazzerTarget.class.getName(),
                        "--instrumentation_includes=org.pgherd.**",
                        // the generated parser: its tables are so large that it would hardly start
                        "--instrumentation_excludes=org.pgherd.grammar.antlr.**",
                        "--custom_hook_includes=org.pgherd.none.**",
                        "-runs=" + RUNS,
                        "-max_len=1000",
                        "-timeout=60",
                        "-rss_limit_mb=0",
                        "-artifact_prefix=" + folder + "/",
                        seeds.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as(() -> tail(output))
                    .isTrue();
            assertThat(process.exitValue()).as(() -> tail(output)).isZero();
            assertThat(Files.readString(output)).contains("INITED").contains("DONE");
        } finally {
            process.destroyForcibly();
        }
    }

    /// Without JUnit: where it finds that, Jazzer looks for tests instead of the target.
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(all)
                .filter(entry -> !entry.contains("junit"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String tail(Path output) {
        try {
            List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
