package org.pgherd.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

@Timeout(60)
class KeptDataTest {
    // not JUnit's temporary folder: that is closed to others, as a server's user may be
    private Path parent = Path.of("/");

    @BeforeEach
    void makeParent() throws IOException {
        parent = Files.createTempDirectory("pgherd-test").toRealPath();
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void deleteParent() throws IOException {
        Folders.delete(parent);
    }

    @Test
    void aHerdComesBackWithItsData() throws SQLException {
        HerdOptions options = HerdOptions.defaults().withShards(2).withData(parent.resolve("deep/herd"));
        assertThat(EmbeddedHerd.shardsIn(parent.resolve("deep/herd"))).isEmpty();
        try (EmbeddedHerd herd = EmbeddedHerd.start(options);
                Connection connection = herd.shard(1).connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 'still here' AS v");
            try (var fsync = statement.executeQuery("SHOW fsync")) {
                fsync.next();
                assertThat(fsync.getString(1)).isEqualTo("on");
            }
            var second = catchThrowableOfType(EmbeddedPostgresException.class, () -> EmbeddedHerd.start(options));
            assertThat(second.reason()).isEqualTo(Reason.FOLDER_IN_USE);
            assertThat(second).hasMessageContaining("another instance uses the data folder");
        }
        assertThat(EmbeddedHerd.shardsIn(parent.resolve("deep/herd"))).hasValue(2);
        try (EmbeddedHerd herd = EmbeddedHerd.start(options);
                Connection connection = herd.shard(1).connect();
                var rows = connection.createStatement().executeQuery("SELECT v FROM kept")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("still here");
        }
        var mismatch =
                catchThrowableOfType(EmbeddedPostgresException.class, () -> EmbeddedHerd.start(options.withShards(3)));
        assertThat(mismatch.reason()).isEqualTo(Reason.FOLDER_MISMATCH);
        assertThat(mismatch).hasMessageContaining("holds a herd of 2 shards, asked for are 3 shards");
    }

    @Test
    void dataOfAnotherVersionIsRefused() throws IOException {
        ServerOptions options = ServerOptions.defaults().withData(parent.resolve("one"));
        Path data;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            data = server.dataFolder();
        }
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        var refused = catchThrowableOfType(EmbeddedPostgresException.class, () -> EmbeddedPostgres.start(options));
        assertThat(refused.reason()).isEqualTo(Reason.FOLDER_MISMATCH);
        assertThat(refused).hasMessageContaining("PostgreSQL version 17");
    }

    @Test
    void aFolderThatTheServersUserCannotReachIsNamed() throws IOException {
        Path closed = Files.createDirectory(parent.resolve("closed"));
        boolean root = Launch.currentUid() == 0;
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(root ? "rwx------" : "r-x------"));
        var refused = catchThrowableOfType(
                EmbeddedPostgresException.class,
                () -> EmbeddedHerd.start(HerdOptions.defaults().withData(closed.resolve("herd"))));
        assertThat(refused.reason()).isEqualTo(Reason.FOLDER_NOT_WRITABLE);
        assertThat(refused.getMessage())
                .contains(closed.toString())
                .doesNotContain("\n")
                .doesNotContain("Exception");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        var refused = catchThrowableOfType(
                EmbeddedPostgresException.class,
                () -> EmbeddedPostgres.start(ServerOptions.defaults().withData(file)));
        assertThat(refused.reason()).isEqualTo(Reason.FOLDER_NOT_WRITABLE);
        assertThat(refused.getMessage()).contains(file.toString()).doesNotContain("Exception");
    }
}
