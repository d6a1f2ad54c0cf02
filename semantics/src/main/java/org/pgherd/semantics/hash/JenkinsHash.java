package org.pgherd.semantics.hash;

/// Bob Jenkins' lookup3 as PostgreSQL uses it (common/hashfn.c), little-endian: 32 bits, and 64 bits with a seed.
public final class JenkinsHash {
    private static final int INITIAL = 0x9e3779b9 + 3923095;

    private JenkinsHash() {}

    public static int bytes(byte[] key, int offset, int length) {
        return (int) bytes(key, offset, length, 0);
    }

    /// With seed 0 the low half is [#bytes(byte[], int, int)].
    public static long bytes(byte[] key, int offset, int length, long seed) {
        int a = INITIAL + length;
        int b = a;
        int c = a;
        if (seed != 0) {
            a += (int) (seed >>> 32);
            b += (int) seed;
            a -= c;
            a ^= Integer.rotateLeft(c, 4);
            c += b;
            b -= a;
            b ^= Integer.rotateLeft(a, 6);
            a += c;
            c -= b;
            c ^= Integer.rotateLeft(b, 8);
            b += a;
            a -= c;
            a ^= Integer.rotateLeft(c, 16);
            c += b;
            b -= a;
            b ^= Integer.rotateLeft(a, 19);
            a += c;
            c -= b;
            c ^= Integer.rotateLeft(b, 4);
            b += a;
        }
        int at = offset;
        int rest = length;
        while (rest >= 12) {
            a += word(key, at);
            b += word(key, at + 4);
            c += word(key, at + 8);
            a -= c;
            a ^= Integer.rotateLeft(c, 4);
            c += b;
            b -= a;
            b ^= Integer.rotateLeft(a, 6);
            a += c;
            c -= b;
            c ^= Integer.rotateLeft(b, 8);
            b += a;
            a -= c;
            a ^= Integer.rotateLeft(c, 16);
            c += b;
            b -= a;
            b ^= Integer.rotateLeft(a, 19);
            a += c;
            c -= b;
            c ^= Integer.rotateLeft(b, 4);
            b += a;
            at += 12;
            rest -= 12;
        }
        // the lowest byte of c is the length's
        for (int i = rest - 1; i >= 8; i--) {
            c += (key[at + i] & 0xFF) << (i - 7) * 8;
        }
        for (int i = Math.min(rest, 8) - 1; i >= 4; i--) {
            b += (key[at + i] & 0xFF) << (i - 4) * 8;
        }
        for (int i = Math.min(rest, 4) - 1; i >= 0; i--) {
            a += (key[at + i] & 0xFF) << i * 8;
        }
        return finish(a, b, c);
    }

    private static int word(byte[] key, int at) {
        return key[at] & 0xFF | (key[at + 1] & 0xFF) << 8 | (key[at + 2] & 0xFF) << 16 | key[at + 3] << 24;
    }

    public static int uint32(int value) {
        return (int) finish(INITIAL + 4 + value, INITIAL + 4, INITIAL + 4);
    }

    public static long uint32(int value, long seed) {
        int a = INITIAL + 4;
        int b = a;
        int c = a;
        if (seed != 0) {
            a += (int) (seed >>> 32);
            b += (int) seed;
            a -= c;
            a ^= Integer.rotateLeft(c, 4);
            c += b;
            b -= a;
            b ^= Integer.rotateLeft(a, 6);
            a += c;
            c -= b;
            c ^= Integer.rotateLeft(b, 8);
            b += a;
            a -= c;
            a ^= Integer.rotateLeft(c, 16);
            c += b;
            b -= a;
            b ^= Integer.rotateLeft(a, 19);
            a += c;
            c -= b;
            c ^= Integer.rotateLeft(b, 4);
            b += a;
        }
        return finish(a + value, b, c);
    }

    private static long finish(int a0, int b0, int c0) {
        int a = a0;
        int b = b0;
        int c = c0;
        c ^= b;
        c -= Integer.rotateLeft(b, 14);
        a ^= c;
        a -= Integer.rotateLeft(c, 11);
        b ^= a;
        b -= Integer.rotateLeft(a, 25);
        c ^= b;
        c -= Integer.rotateLeft(b, 16);
        a ^= c;
        a -= Integer.rotateLeft(c, 4);
        b ^= a;
        b -= Integer.rotateLeft(a, 14);
        c ^= b;
        c -= Integer.rotateLeft(b, 24);
        return (long) b << 32 | c & 0xFFFFFFFFL;
    }
}
