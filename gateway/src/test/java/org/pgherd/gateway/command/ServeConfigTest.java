package org.pgherd.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgherd.engine.ShardConfig;
import org.pgherd.gateway.protocol.Authentication;

class ServeConfigTest {
    @TempDir
    Path folder;

    private ServeConfig read(String toml) throws IOException {
        Path file = folder.resolve("pgherd.toml");
        Files.writeString(file, toml);
        return ServeConfig.read(file, Map.of("DB_PASSWORD", "pw", "APP_PASSWORD", "app")::get);
    }

    @Test
    void readsShardsAndUsers() throws IOException {
        ServeConfig config = read("""
                listen = "0.0.0.0:7000"
                max_connections = 20
                [[auth.users]]
                name = "app"
                password_env = "APP_PASSWORD"
                [settings]
                "pgherd.default_shard_by" = "auto"
                [[shards]]
                url = "jdbc:postgresql://db0:5433/shop?user=app"
                password_env = "DB_PASSWORD"
                [[shards]]
                host = "db1"
                database = "shop"
                user = "app"
                """);
        assertThat(config.herd().shards())
                .containsExactly(
                        new ShardConfig("db0", 5433, "shop", "app", "pw"),
                        new ShardConfig("db1", 5432, "shop", "app", ""));
        assertThat(config.herd().settings()).containsEntry("pgherd.default_shard_by", "auto");
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.port()).isEqualTo(7000);
        assertThat(config.database()).isEqualTo("shop");
        assertThat(config.gateway().maxConnections()).isEqualTo(20);
        assertThat(config.gateway().authentication()).isInstanceOf(Authentication.Scram.class);
        assertThat(config.tlsContext()).isNull();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> read("listen = "))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("lisen = 'x'")).hasMessageContaining("unknown key lisen");
        assertThatThrownBy(() -> read("auth.method = 'trust'")).hasMessageContaining("at least one [[shards]]");
        assertThatThrownBy(() -> read("[[shards]]\nhost = 'h'\n")).hasMessageContaining("needs [[auth.users]]");
        assertThatThrownBy(() -> read("[[shards]]\nhost = 'h'\npassword_env = 'NOPE'"))
                .hasMessageContaining("environment variable NOPE is not set");
        assertThatThrownBy(() -> read("listen = 'h:99999'\nauth.method = 'trust'\n[[shards]]\nhost = 'h'"))
                .hasMessageContaining("no port number: \"99999\"");
        assertThatThrownBy(() -> ServeConfig.read(folder.resolve("absent"), _ -> null))
                .hasMessageContaining("cannot read");
    }
}
