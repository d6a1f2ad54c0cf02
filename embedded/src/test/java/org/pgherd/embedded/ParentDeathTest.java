package org.pgherd.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ParentDeathTest {
    private Path folder = Path.of("/");
    private Path programs = Path.of("/");

    @BeforeEach
    void makeFolder() throws IOException {
        // where data goes anyway: on some file systems many small files are slow
        Premises premises = Premises.forOwner(null);
        Path runs = premises.cache().runs(premises.launch());
        Files.createDirectories(runs);
        folder = Files.createTempDirectory(runs, "test");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        programs = Files.createTempDirectory("pgherd-test").toRealPath();
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void deleteFolder() throws IOException {
        Folders.delete(folder);
        Folders.delete(programs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "watched"})
    void aKilledParentLeavesNoServerAndTheNextStartDeletesItsData(String mode) throws Exception {
        String runs = "-Dpgherd.run=" + folder;
        Path left;
        try (ForkedHerd fork = ForkedHerd.start(List.of(), ForkedHerd.ownClassPath(), mode, runs)) {
            left = fork.data();
            long postmaster = ForkedHerd.postmaster(left);
            assertThat(ProcessHandle.of(postmaster)).isPresent();
            assertThat(processGroup(postmaster)).isNotEqualTo(processGroup(fork.pid()));
            fork.killByForce();
            awaitEnd(postmaster);
        }
        assertThat(left).exists();
        try (ForkedHerd next = ForkedHerd.start(List.of(), ForkedHerd.ownClassPath(), "default", runs)) {
            Path data = next.data();
            assertThat(left).doesNotExist();
            next.terminate();
            assertThat(data.getParent()).doesNotExist();
        }
    }

    @Test
    void aServerThatOutlivedItsParentIsEndedByTheNextStart() throws Exception {
        Premises usual = Premises.forOwner(null);
        Path left = Files.createDirectories(folder.resolve("left"));
        Path data = left.resolve("server");
        Folders.copy(usual.template().folder(), data);
        List<String> program = List.of(
                usual.distribution().program("postgres").toString(),
                "-D",
                data.toString(),
                "-c",
                "listen_addresses=",
                "-c",
                "unix_socket_directories=" + data);
        ServerProcess.start(usual.launch(), program, data, folder.resolve("log"));
        for (int attempt = 0; attempt < 200 && !Files.exists(data.resolve("postmaster.pid")); attempt++) {
            Thread.sleep(20);
        }
        long postmaster = ForkedHerd.postmaster(data);
        ServerProcess.killLeftOvers(left);
        awaitEnd(postmaster);
    }

    @Test
    void anOrdinaryUserUnpacksAndBoots() throws Exception {
        runsAs(65534);
    }

    @Test
    void aUserWithoutANameBootsInAUserNamespace() throws Exception {
        assumeTrue(
                Command.runAs(as(54321), "unshare", "-U", "true").succeeded(), "no user namespaces for ordinary users");
        // the binaries were unpacked by another user
        String home = Premises.forOwner(null).distribution().home().toString();
        runsAs(54321, "-D" + Distribution.HOME_PROPERTY + "=" + home);
    }

    private static List<String> as(int uid) {
        return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--");
    }

    private void runsAs(int uid, String... properties) throws Exception {
        assumeTrue(Launch.currentUid() == 0, "becoming another user needs root");
        assumeTrue(Command.runAs(as(uid), "true").succeeded(), "setpriv does not work here");
        Path own = programs.resolve("own");
        Folders.makePrivate(own, uid);
        Path runs = folder.resolve("own");
        Folders.makePrivate(runs, uid);
        Path classes = Files.createDirectory(programs.resolve("classes"));
        String classPath = ForkedHerd.classPathIn(classes);
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("-D" + CacheFolder.PROPERTY + "=" + own.resolve("cache"));
        all.add("-D" + CacheFolder.RUN_PROPERTY + "=" + runs);
        try (ForkedHerd fork = ForkedHerd.start(as(uid), classPath, "default", all.toArray(String[]::new))) {
            Path data = fork.data();
            assertThat(data).startsWith(runs);
            assertThat(Folders.owner(data)).isEqualTo(uid);
            long postmaster = ForkedHerd.postmaster(data);
            fork.killByForce();
            awaitEnd(postmaster);
        }
    }

    /// Whom a Ctrl-C at the terminal reaches.
    private static String processGroup(long pid) {
        return Command.run(List.of("ps", "-o", "pgid=", "-p", Long.toString(pid)))
                .output()
                .strip();
    }

    private static void awaitEnd(long pid) throws Exception {
        var handle = ProcessHandle.of(pid);
        if (handle.isPresent()) {
            handle.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
