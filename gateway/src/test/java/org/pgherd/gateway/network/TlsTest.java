package org.pgherd.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgherd.gateway.fake.FakeSession;
import org.pgherd.gateway.protocol.Authentication;
import org.pgherd.gateway.protocol.Gateway;
import org.pgherd.gateway.protocol.GatewayConfig;

/// Encrypted conversations, with a password on top.
@Timeout(60)
class TlsTest {
    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    Path folder;

    private SslContext certificate() throws Exception {
        Path store = folder.resolve("gateway.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, STORE_PASSWORD.toCharArray());
        return SslContextBuilder.forServer(factory).build();
    }

    @Test
    void encryptsBeforeThePassword() throws Exception {
        GatewayConfig config =
                GatewayConfig.trust().withAuthentication(new Authentication.Scram(Map.of("alice", "secret")));
        try (GatewayServer server =
                GatewayServer.open(new Gateway(FakeSession::new, config), "127.0.0.1", 0, certificate())) {
            try (Connection connection = connect(server.port(), "secret");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("rows 50000")) {
                int n = 0;
                while (rows.next()) {
                    n++;
                }
                assertThat(n).isEqualTo(50_000);
            }
            assertThatThrownBy(() -> connect(server.port(), "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void refusesPlainBytesBehindTheRequest() throws Exception {
        try (GatewayServer server = GatewayServer.open(
                        new Gateway(FakeSession::new, GatewayConfig.trust()), "127.0.0.1", 0, certificate());
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(new byte[] {0, 0, 0, 8, 4, (byte) 210, 22, 47, 0, 0, 0, 9, 0, 3, 0, 0, 0});
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(in.read()).isEqualTo('E');
            byte[] body = new byte[in.readInt() - 4];
            in.readFully(body);
            assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                    .contains("received unencrypted data after SSL request");
        }
    }

    private static Connection connect(int port, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "alice");
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "require");
        return new org.postgresql.Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/herd", properties);
    }
}
