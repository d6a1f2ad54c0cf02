package org.pgherd.semantics.function.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;

/// Message digests and checksums (cryptohashfuncs.c, bytea.c).
public final class Digests {
    private Digests() {}

    private static byte[] digest(String algorithm, byte[] bytes, int offset, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(bytes, offset, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @PgFunction(oid = 2311)
    public static Text md5_text(Text a) {
        return Text.of(HexFormat.of().formatHex(digest("MD5", a.bytes(), a.offset(), a.length())));
    }

    @PgFunction(oid = 2321)
    public static Text md5_bytea(Bytea a) {
        return Text.of(HexFormat.of().formatHex(digest("MD5", a.bytes(), 0, a.length())));
    }

    @PgFunction(oid = 3419)
    public static Bytea sha224_bytea(Bytea a) {
        return new Bytea(digest("SHA-224", a.bytes(), 0, a.length()));
    }

    @PgFunction(oid = 3420)
    public static Bytea sha256_bytea(Bytea a) {
        return new Bytea(digest("SHA-256", a.bytes(), 0, a.length()));
    }

    @PgFunction(oid = 3421)
    public static Bytea sha384_bytea(Bytea a) {
        return new Bytea(digest("SHA-384", a.bytes(), 0, a.length()));
    }

    @PgFunction(oid = 3422)
    public static Bytea sha512_bytea(Bytea a) {
        return new Bytea(digest("SHA-512", a.bytes(), 0, a.length()));
    }

    @PgFunction(oid = 6364)
    public static long crc32_bytea(Bytea a) {
        return checksum(new CRC32(), a);
    }

    @PgFunction(oid = 6365)
    public static long crc32c_bytea(Bytea a) {
        return checksum(new CRC32C(), a);
    }

    private static long checksum(Checksum sum, Bytea a) {
        sum.update(a.bytes());
        return sum.getValue();
    }
}
