package org.pgherd.semantics.hash;

import java.math.BigInteger;
import java.util.Objects;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Inet;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.MacAddress;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.Tid;
import org.pgherd.semantics.value.TimeTz;
import org.pgherd.semantics.value.Uuid;

/// The extended (64 bits, seeded) hash functions of PostgreSQL's hash operator classes (hashfunc.c and others).
/// With seed 0 the low 32 bits are the plain hash function's, unless told otherwise.
public final class HashFunctions {
    private static final long NAN_BITS = 0x7ff8000000000000L;
    private static final int BASE = 10000;

    private HashFunctions() {}

    /// hashint4extended; also of bool (0, 1), "char" (signed), int2, oid, date.
    public static long int4(int value, long seed) {
        return JenkinsHash.uint32(value, seed);
    }

    /// hashint8extended; also of time, timestamp, timestamptz, pg_lsn, xid8. Agrees with int4 for its values.
    public static long int8(long value, long seed) {
        int low = (int) value;
        int high = (int) (value >> 32);
        return JenkinsHash.uint32(low ^ (value >= 0 ? high : ~high), seed);
    }

    /// hashfloat8extended; float4 is widened.
    public static long float8(double value, long seed) {
        if (value == 0) {
            return seed;
        }
        long bits = Double.isNaN(value) ? NAN_BITS : Double.doubleToRawLongBits(value);
        byte[] key = new byte[8];
        for (int i = 0; i < 8; i++) {
            key[i] = (byte) (bits >> 8 * i);
        }
        return JenkinsHash.bytes(key, 0, 8, seed);
    }

    /// hashtextextended under a deterministic collation; also of varchar and name.
    public static long text(Text value, long seed) {
        return JenkinsHash.bytes(value.bytes(), value.offset(), value.length(), seed);
    }

    /// hashbpcharextended: blanks at the end do not count.
    public static long bpchar(Text value, long seed) {
        int length = value.length();
        while (length > 0 && value.at(length - 1) == ' ') {
            length--;
        }
        return JenkinsHash.bytes(value.bytes(), value.offset(), length, seed);
    }

    public static long bytea(Bytea value, long seed) {
        return JenkinsHash.bytes(value.bytes(), 0, value.length(), seed);
    }

    public static long uuid(Uuid value, long seed) {
        byte[] key = new byte[16];
        for (int i = 0; i < 8; i++) {
            key[i] = (byte) (value.high() >> 56 - 8 * i);
            key[8 + i] = (byte) (value.low() >> 56 - 8 * i);
        }
        return JenkinsHash.bytes(key, 0, 16, seed);
    }

    /// hashinetextended: family, netmask length, address.
    public static long inet(Inet value, long seed) {
        byte[] key = new byte[value.address().length + 2];
        key[0] = (byte) (value.isV4() ? 2 : 3);
        key[1] = (byte) value.bits();
        System.arraycopy(value.address(), 0, key, 2, value.address().length);
        return JenkinsHash.bytes(key, 0, key.length, seed);
    }

    public static long macAddress(MacAddress value, long seed) {
        byte[] key = new byte[value.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (value.value() >> 8 * (key.length - 1 - i));
        }
        return JenkinsHash.bytes(key, 0, key.length, seed);
    }

    public static long interval(Interval value, long seed) {
        return int8(value.spanLow(), seed);
    }

    public static long timeTz(TimeTz value, long seed) {
        return int8(value.micros(), seed) ^ JenkinsHash.uint32(value.zone(), seed);
    }

    /// hashtid: block with its high half first, offset.
    public static long tid(Tid value, long seed) {
        int[] halves = {value.block() >>> 16, value.block() & 0xFFFF, value.offset()};
        byte[] bytes = new byte[6];
        for (int i = 0; i < halves.length; i++) {
            bytes[2 * i] = (byte) halves[i];
            bytes[2 * i + 1] = (byte) (halves[i] >> 8);
        }
        return JenkinsHash.bytes(bytes, 0, bytes.length, seed);
    }

    /// hashoidvector.
    public static long oidVector(PgArray value, long seed) {
        byte[] bytes = new byte[4 * value.size()];
        for (int i = 0; i < value.size(); i++) {
            int oid = (Integer) Objects.requireNonNull(value.get(i));
            for (int b = 0; b < 4; b++) {
                bytes[4 * i + b] = (byte) (oid >> 8 * b);
            }
        }
        return JenkinsHash.bytes(bytes, 0, bytes.length, seed);
    }

    /// hash_numeric_extended: over the base-10000 digits without zeros around, and the weight.
    /// The plain function of 0 is all ones, as this with seed 0.
    public static long numeric(Numeric value, long seed) {
        if (!value.isFinite()) {
            return seed;
        }
        if (value.isZero()) {
            return seed - 1;
        }
        int scale = value.scale();
        // bring the scale to a multiple of 4, then cut groups from the right
        int groupsBelow = (scale + 3) / 4;
        int shift = groupsBelow * 4 - scale;
        short[] digits;
        int count = 0;
        if (value.isCompact()) {
            digits = new short[6];
            long v = Math.abs(value.compactValue());
            if (shift > 0) {
                int unit = shift == 1 ? 1000 : shift == 2 ? 100 : 10;
                digits[count++] = (short) (v % unit * (BASE / unit));
                v /= unit;
            }
            while (v != 0) {
                digits[count++] = (short) (v % BASE);
                v /= BASE;
            }
        } else {
            String text = value.unscaledValue()
                    .abs()
                    .multiply(BigInteger.TEN.pow(shift))
                    .toString();
            digits = new short[text.length() / 4 + 1];
            for (int end = text.length(); end > 0; end -= 4) {
                digits[count++] = Short.parseShort(text.substring(Math.max(end - 4, 0), end));
            }
        }
        // lowest first; groupsBelow of them stand after the point
        while (digits[count - 1] == 0) {
            count--;
        }
        int low = 0;
        while (digits[low] == 0) {
            low++;
        }
        int weight = count - 1 - groupsBelow;
        byte[] key = new byte[(count - low) * 2];
        int at = 0;
        for (int i = count - 1; i >= low; i--) {
            key[at++] = (byte) digits[i];
            key[at++] = (byte) (digits[i] >> 8);
        }
        return JenkinsHash.bytes(key, 0, key.length, seed) ^ weight;
    }

    /// jsonb_hash_extended.
    public static long jsonb(Jsonb value, long seed) {
        return JsonbHash.extended(value, seed);
    }
}
