package org.pgherd.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgherd.gateway.fake.FakeSession;
import org.pgherd.gateway.network.GatewayServer;

/// The protocol message by message, over a loopback port. The expected answers are those PostgreSQL 18 gave.
@Timeout(30)
class ProtocolTest {
    private static final int V3_0 = 3 << 16;

    private GatewayServer server;
    private int openBefore;

    @BeforeEach
    void open() throws IOException {
        openBefore = FakeSession.OPEN.get();
        server = serve(GatewayConfig.trust());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static GatewayServer serve(GatewayConfig config) throws IOException {
        return GatewayServer.open(new Gateway(FakeSession::new, config), "127.0.0.1", 0, null);
    }

    private RawClient dial() throws IOException {
        return new RawClient(new Socket("127.0.0.1", server.port()));
    }

    private RawClient ready() throws IOException {
        RawClient client = dial().start(V3_0, "user", "me");
        client.readTo('Z');
        return client;
    }

    @Test
    void greetsAsPostgres18() throws IOException {
        try (RawClient client = dial().start(V3_0, "user", "me", "application_name", "app")) {
            assertThat(client.read()).isEqualTo("R:||||");
            assertThat(client.read()).isEqualTo("S:in_hot_standby|off|");
            assertThat(client.readTo('Z')).isEqualTo("SSSSSSSSSSSSSSKZ");
        }
    }

    @Test
    void answersEncryptionRequestsWithNo() throws IOException {
        try (RawClient client = dial()) {
            for (int code : new int[] {80877103, 80877104}) {
                client.out.writeInt(8);
                client.out.writeInt(code);
                client.out.flush();
                assertThat(client.in.read()).isEqualTo('N');
            }
            client.start(V3_0, "user", "me");
            assertThat(client.readTo('Z')).endsWith("KZ");
        }
    }

    @Test
    void negotiatesNewerProtocols() throws IOException {
        try (RawClient client = dial().start(V3_0 | 9, "user", "me", "_pq_.magic", "on")) {
            assertThat(client.read()).isEqualTo("v:|\u0003|\u0002|||\u0001_pq_.magic|");
            assertThat(client.readTo('K')).startsWith("RS");
            assertThat(client.read()).isEqualTo("Z:I");
        }
        try (RawClient client = dial().start(2 << 16, "user", "me")) {
            assertThat(client.read())
                    .startsWith(
                            "E:SFATAL|VFATAL|C0A000|Munsupported frontend protocol 2.0: server supports 3.0 to 3.2|");
            assertThat(client.read()).isEqualTo("EOF");
        }
    }

    @Test
    void refusesGarbage() throws IOException {
        try (RawClient client = dial()) {
            client.out.writeBytes("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
            client.out.flush();
            assertThat(client.read()).startsWith("E:SFATAL|VFATAL|C08P01|Minvalid length of startup packet|");
        }
        try (RawClient client = dial().start(V3_0, "database", "x")) {
            assertThat(client.read()).contains("C28000|Mno PostgreSQL user name specified in startup packet|");
        }
        try (RawClient client = ready()) {
            client.send('z', "nonsense");
            assertThat(client.read()).startsWith("E:SFATAL|VFATAL|C08P01|Minvalid frontend message type 122|");
            assertThat(client.read()).isEqualTo("EOF");
        }
        try (RawClient client = ready()) {
            client.out.writeByte('Q');
            client.out.writeInt(0x7fffffff);
            client.out.flush();
            assertThat(client.read()).startsWith("E:SFATAL|VFATAL|C08P01|Minvalid message length|");
            assertThat(client.read()).isEqualTo("EOF");
        }
    }

    @Test
    void messageBeyondMemoryIsAnErrorAndTheSessionGoesOn() throws IOException {
        server.close();
        server = serve(GatewayConfig.trust().withMemoryLimit(100_000));
        try (RawClient client = ready()) {
            client.send('Q', "x".repeat(200_000) + "\0");
            assertThat(client.read())
                    .startsWith("E:SERROR|VERROR|C53200|Mout of memory|DFailed on request of size 200001.");
            assertThat(client.read()).isEqualTo("Z:I");
            client.send('Q', "rows 1\0");
            assertThat(client.readTo('Z')).isEqualTo("TDCZ");
        }
    }

    @Test
    void turnsAwayClientsBeyondTheLimit() throws IOException {
        server.close();
        server = serve(GatewayConfig.trust().withMaxConnections(1));
        try (RawClient first = ready();
                RawClient second = dial().start(V3_0, "user", "me")) {
            assertThat(second.read()).startsWith("E:SFATAL|VFATAL|C53300|Msorry, too many clients already|");
            first.send('Q', ";\0");
            assertThat(first.readTo('Z')).isEqualTo("IZ");
        }
    }

    @Test
    void namesOneDatabaseOnly() throws IOException {
        server.close();
        server = serve(GatewayConfig.trust().withDatabase("herd"));
        try (RawClient client = dial().start(V3_0, "user", "me", "database", "cattle")) {
            assertThat(client.read()).startsWith("E:SFATAL|VFATAL|C3D000|Mdatabase \"cattle\" does not exist|");
        }
    }

    @Test
    void sendsAllFieldsOfAnError() throws IOException {
        try (RawClient client = ready()) {
            client.send('Q', "fail\0");
            assertThat(client.read())
                    .isEqualTo(
                            "E:SERROR|VERROR|C22012|Mdivision by zero|Da detail|Ha hint|Wa context|ss|tt|cc|dd|nn|P3||");
            assertThat(client.read()).isEqualTo("Z:I");
            client.send('Q', "notice\0");
            assertThat(client.read()).isEqualTo("N:SNOTICE|VNOTICE|C00000|Mlook here||");
            assertThat(client.readTo('Z')).isEqualTo("CZ");
        }
    }

    @Test
    void hidesDefectsOfTheEngine() throws IOException {
        try (RawClient client = ready()) {
            client.send('Q', "crash\0");
            assertThat(client.read())
                    .startsWith("E:SERROR|VERROR|CXX000|Minternal error|")
                    .doesNotContain("secret");
            assertThat(client.read()).isEqualTo("Z:I");
        }
    }

    @Test
    void tellsTransactionStatusAndChangedSettings() throws IOException {
        try (RawClient client = ready()) {
            client.send('Q', "begin\0");
            assertThat(client.readTo('Z')).isEqualTo("CZ");
            client.send('Q', "fail\0");
            client.read();
            assertThat(client.read()).isEqualTo("Z:E");
            client.send('Q', "rollback; set TimeZone Europe/Rome\0");
            assertThat(client.read()).isEqualTo("C:ROLLBACK|");
            assertThat(client.read()).isEqualTo("C:SET|");
            assertThat(client.read()).isEqualTo("S:TimeZone|Europe/Rome|");
            assertThat(client.read()).isEqualTo("Z:I");
        }
    }

    @Test
    void skipsToSyncAfterAnError() throws IOException {
        try (RawClient client = ready()) {
            client.send('P', "\0syntax\0\0\0");
            client.send('B', "\0\0\0\0\0\0\0\0");
            client.send('E', "\0\0\0\0\0");
            client.send('S', "");
            assertThat(client.read()).startsWith("E:").contains("C42601").contains("P1|");
            assertThat(client.read()).isEqualTo("Z:I");
            client.send('B', "\0\0\0\0\0\0\0\0").send('S', "");
            assertThat(client.read()).contains("C26000|Munnamed prepared statement does not exist|");
            assertThat(client.read()).isEqualTo("Z:I");
        }
    }

    @Test
    void portalsPauseAndEndAsInPostgres() throws IOException {
        try (RawClient client = ready()) {
            client.send('P', "s\0rows 3\0\0\0");
            client.send('B', "\0s\0\0\0\0\0\0\0");
            client.send('E', "\0\0\0\0\u0002");
            client.send('E', "\0\0\0\0\0");
            client.send('E', "\0\0\0\0\0");
            client.send('S', "");
            assertThat(client.readTo('s')).isEqualTo("12DDs");
            assertThat(client.read()).startsWith("D:");
            assertThat(client.read()).isEqualTo("C:SELECT 1|");
            assertThat(client.read()).isEqualTo("C:SELECT 0|");
            assertThat(client.read()).isEqualTo("Z:I");
            client.send('P', "s\0rows 3\0\0\0").send('S', "");
            assertThat(client.read()).contains("C42P05|Mprepared statement \"s\" already exists|");
            client.readTo('Z');
            client.send('P', "\0create\0\0\0");
            client.send('B', "\0\0\0\0\0\0\0\0");
            client.send('E', "\0\0\0\0\0").send('E', "\0\0\0\0\0").send('S', "");
            assertThat(client.readTo('C')).isEqualTo("12C");
            assertThat(client.read()).contains("C55000|Mportal \"\" cannot be run|");
            client.readTo('Z');
        }
    }

    @Test
    void twoPortalsAtOnceInATransaction() throws IOException {
        try (RawClient client = ready()) {
            client.send('Q', "begin\0").readTo('Z');
            client.send('P', "s\0rows 7\0\0\0");
            client.send('B', "a\0s\0\0\0\0\0\0\0").send('B', "b\0s\0\0\0\0\0\0\0");
            client.send('E', "a\0\0\0\0\u0002").send('E', "b\0\0\0\0\u0005").send('S', "");
            assertThat(client.readTo('Z')).isEqualTo("122DDsDDDDDsZ");
            client.send('E', "a\0\0\0\0\0").send('E', "b\0\0\0\0\0").send('S', "");
            assertThat(client.readTo('Z')).isEqualTo("DDDDDCDDCZ");
            client.send('Q', "commit\0").readTo('Z');
            client.send('E', "a\0\0\0\0\0").send('S', "");
            assertThat(client.read()).contains("C34000|Mportal \"a\" does not exist|");
        }
    }

    @Test
    void checksBind() throws IOException {
        try (RawClient client = ready()) {
            client.send('P', "\0echo $1\0\0\u0001\0\0\0\u0017");
            client.send('B', "\0\0\0\0\0\u0001\0\0\0\u0002zz\0\0").send('S', "");
            assertThat(client.read()).isEqualTo("1:");
            assertThat(client.read())
                    .contains("C22P02|Minvalid input syntax for type integer: \"zz\"|")
                    .contains("Wunnamed portal parameter $1 = '...'|");
            client.readTo('Z');
            client.send('B', "\0\0\0\0\0\0\0\0").send('S', "");
            assertThat(client.read())
                    .contains("C08P01|Mbind message supplies 0 parameters, but prepared statement \"\" requires 1|");
            client.readTo('Z');
            client.send('B', "\0\0\0\0\0\u0001\0\0\0\u00011\0\u0002\0\u0001\0\0")
                    .send('S', "");
            assertThat(client.read()).contains("C08P01|Mbind message has 2 result formats but query has 1 columns|");
            client.readTo('Z');
            client.send('D', "Qx\0").send('S', "");
            assertThat(client.read()).contains("C08P01|Minvalid DESCRIBE message subtype 81|");
        }
    }

    @Test
    void badMessagesFailTheTransaction() throws IOException {
        try (RawClient client = ready()) {
            client.send('Q', "begin\0").readTo('Z');
            client.send('B', "\0nowhere\0\0\0\0\0\0\0").send('S', "");
            assertThat(client.read()).contains("C26000|");
            assertThat(client.read()).isEqualTo("Z:E");
            client.send('Q', "rows 1\0");
            assertThat(client.read()).contains("C25P02|");
        }
    }

    @Test
    void copies() throws IOException {
        try (RawClient client = ready()) {
            client.send('Q', "copy in\0");
            assertThat(client.read()).isEqualTo("G:||\u0002||||");
            client.send('d', "1\ta\n2\tb").send('d', "\n").send('H', "").send('c', "");
            assertThat(client.read()).isEqualTo("C:COPY 2|");
            assertThat(client.read()).isEqualTo("Z:I");
            client.send('Q', "copy in\0").read();
            client.send('f', "no more\0");
            assertThat(client.read()).contains("C57014|MCOPY from stdin failed: no more|");
            assertThat(client.read()).isEqualTo("Z:I");
            client.send('Q', "copy in\0").read();
            client.send('d', "bad\n").send('d', "more\n").send('c', "");
            assertThat(client.read()).contains("C22P04|");
            assertThat(client.read()).isEqualTo("Z:I");
            client.send('Q', "copy out\0");
            assertThat(client.readTo('Z')).isEqualTo("HddcCZ");
        }
    }

    @Test
    void refusesFunctionCalls() throws IOException {
        try (RawClient client = ready()) {
            client.send('F', new byte[10]);
            assertThat(client.read()).contains("C0A000|");
            assertThat(client.read()).isEqualTo("Z:I");
        }
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        try (RawClient client = ready()) {
            client.send('Q', new byte[] {'x', (byte) 0xff, 0});
            assertThat(client.read()).contains("C22021|Minvalid byte sequence for encoding \"UTF8\": 0xff|");
            assertThat(client.read()).isEqualTo("Z:I");
        }
    }

    @Test
    void vanishingClientCancelsItsStatement() throws Exception {
        int cancelled = FakeSession.CANCELLED.get();
        FakeSession.sleeping = new CountDownLatch(1);
        try (RawClient client = ready()) {
            client.send('Q', "sleep\0");
            assertThat(FakeSession.sleeping.await(5, TimeUnit.SECONDS)).isTrue();
        }
        await(() -> FakeSession.OPEN.get() == openBefore);
        assertThat(FakeSession.CANCELLED.get()).isEqualTo(cancelled + 1);
    }

    @Test
    void shutdownTellsIdleAndBusyClients() throws Exception {
        FakeSession.sleeping = new CountDownLatch(1);
        try (RawClient idle = ready();
                RawClient busy = ready()) {
            busy.send('Q', "sleep\0");
            assertThat(FakeSession.sleeping.await(5, TimeUnit.SECONDS)).isTrue();
            server.close();
            assertThat(idle.read())
                    .startsWith("E:SFATAL|VFATAL|C57P01|Mterminating connection due to administrator command|");
            assertThat(idle.read()).isEqualTo("EOF");
            assertThat(busy.read()).contains("C57014|");
            busy.readTo('Z');
            assertThat(busy.read()).contains("C57P01|");
        }
        await(() -> FakeSession.OPEN.get() == openBefore);
    }

    @Test
    void clientThatDoesNotReadHoldsNobodyUp() throws Exception {
        try (RawClient deaf = ready();
                RawClient other = ready()) {
            deaf.send('Q', "rows 3000000\0");
            Thread.sleep(300);
            other.send('Q', "rows 1\0");
            assertThat(other.readTo('Z')).isEqualTo("TDCZ");
            long begin = System.nanoTime();
            server.close();
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(9));
        }
        await(() -> FakeSession.OPEN.get() == openBefore);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
