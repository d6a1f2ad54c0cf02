package org.pgherd.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

@Timeout(60)
class StartFailureTest {

    @Test
    void aPortHeldByAnotherProgram() throws IOException {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.ofLiteral(EmbeddedPostgres.HOST))) {
            var failure = failure(ServerOptions.defaults().withPort(held.getLocalPort()));
            assertThat(failure.reason()).isEqualTo(Reason.PORT_TAKEN);
            assertThat(failure)
                    .hasMessage("server did not start: port " + held.getLocalPort() + " is taken by another program");
        }
    }

    @Test
    void aPortHeldByAnotherPostgres() {
        try (EmbeddedPostgres other = EmbeddedPostgres.start()) {
            var failure = failure(ServerOptions.defaults().withPort(other.port()));
            assertThat(failure.reason()).isEqualTo(Reason.PORT_TAKEN);
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void aHerdWithOneBadShardLeavesNoServerBehind() throws IOException {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.ofLiteral(EmbeddedPostgres.HOST))) {
            long before = servers();
            var failure = catchThrowableOfType(
                    EmbeddedPostgresException.class,
                    () -> EmbeddedHerd.start(
                            HerdOptions.defaults().withShards(2).withPorts(List.of(held.getLocalPort()))));
            assertThat(failure.reason()).isEqualTo(Reason.PORT_TAKEN);
            assertThat(failure).hasMessageStartingWith("shard-0 did not start");
            assertThat(servers()).isEqualTo(before);
        }
    }

    private static long servers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    @Test
    void theServersLastWordsAreQuoted() {
        var failure = failure(ServerOptions.defaults().withSetting("work_mem", "much"));
        assertThat(failure.reason()).isEqualTo(Reason.START_FAILED);
        assertThat(failure.getMessage())
                .contains("invalid value for parameter \"work_mem\": \"much\"")
                .doesNotContain("\n");
    }

    @Test
    void aStartThatTakesTooLong() {
        var failure = failure(ServerOptions.defaults().withPatience(Duration.ofNanos(1)));
        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void platformsWithoutBinaries() {
        for (var platform : List.of(List.of("Windows 11", "amd64"), List.of("Linux", "riscv64"))) {
            var failure = catchThrowableOfType(
                    EmbeddedPostgresException.class, () -> Platform.of(platform.getFirst(), platform.getLast()));
            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED_PLATFORM);
            assertThat(failure).hasMessageStartingWith("unsupported platform: " + platform.getFirst());
        }
        assertThat(Platform.of("Linux", "aarch64").archive()).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Platform.of("Mac OS X", "x86_64").archive()).isEqualTo("postgres-darwin-x86_64.txz");
    }

    @Test
    void aFullDisk() throws IOException, InterruptedException {
        assumeTrue(Launch.currentUid() == 0, "mounting a small file system needs root");
        Path folder = Files.createTempDirectory("pgherd-test").toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            List<String> small = List.of("mount", "-t", "tmpfs", "-o", "size=9m,mode=755", "none", folder.toString());
            assumeTrue(Command.run(small).succeeded(), "mounting is not allowed here");
            try (ForkedHerd fork =
                    ForkedHerd.start(List.of(), ForkedHerd.ownClassPath(), "default", "-Dpgherd.run=" + folder)) {
                assertThat(fork.outcome()).startsWith("failed DISK_FULL").contains("the disk is full");
            } finally {
                Command.run(List.of("umount", folder.toString()));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static EmbeddedPostgresException failure(ServerOptions options) {
        return catchThrowableOfType(
                EmbeddedPostgresException.class,
                () -> EmbeddedPostgres.start(options).close());
    }
}
