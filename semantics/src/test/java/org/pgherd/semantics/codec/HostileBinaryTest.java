package org.pgherd.semantics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FixedContext;
import org.pgherd.semantics.type.TypeOids;

/// Binary values that a client got wrong end in an SQL error, never in a Java exception.
class HostileBinaryTest {
    private static final int ROUNDS = 300;

    @Test
    void randomBytesAreReadOrRefused() {
        Random random = new Random(3);
        List<String> failures = new ArrayList<>();
        int refused = 0;
        int read = 0;
        FixedContext context = new FixedContext();
        for (TypeRow type : BuiltinCatalog.instance().types()) {
            TypeCodec codec = Codecs.forType(type.oid(), BuiltinCatalog.instance());
            if (!codec.hasBinary()) {
                continue;
            }
            for (int i = 0; i < ROUNDS; i++) {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                // small numbers get further into the formats
                for (int b = 0; b < bytes.length; b++) {
                    if (random.nextInt(4) > 0) {
                        bytes[b] = (byte) (b % 4 == 3 ? random.nextInt(6) : 0);
                    }
                }
                try {
                    codec.encodeText(codec.decodeBinary(bytes, 0, bytes.length), context);
                    read++;
                } catch (SqlException e) {
                    refused++;
                } catch (RuntimeException e) {
                    failures.add(type.name() + ": " + e);
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(refused).isGreaterThan(1000);
        assertThat(read).isGreaterThan(1000);
    }

    @Test
    void textMustBeUtf8() {
        TypeCodec text = Codecs.forType(TypeOids.TEXT, BuiltinCatalog.instance());
        byte[][] bad = {
            {'a', 0},
            {(byte) 0xFF},
            {(byte) 0xC3, 0x28},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xE2, (byte) 0x82}
        };
        String[] shown = {"0x00", "0xff", "0xc3 0x28", "0xc0 0x80", "0xed 0xa0 0x80", "0xe2 0x82"};
        for (int i = 0; i < bad.length; i++) {
            byte[] bytes = bad[i];
            assertThatThrownBy(() -> text.decodeBinary(bytes, 0, bytes.length))
                    .hasMessage("invalid byte sequence for encoding \"UTF8\": " + shown[i]);
        }
        byte[] good = "aäߐ€😄\uFFFD".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text.decodeBinary(good, 0, good.length)).hasToString("aäߐ€😄\uFFFD");
    }
}
