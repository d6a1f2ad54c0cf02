package org.pgherd.semantics.function.network;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Inet;
import org.pgherd.semantics.value.Text;

/// Parts, masks and containment of network addresses (network.c).
public final class NetworkFunctions {
    private static final int IPV4 = 4;
    private static final int IPV6 = 6;

    private NetworkFunctions() {}

    /// Of a netmask of so many bits.
    private static byte[] mask(int length, int bits) {
        byte[] out = new byte[length];
        for (int i = 0; i < bits; i++) {
            out[i >> 3] |= (byte) (0x80 >> (i & 7));
        }
        return out;
    }

    private static byte[] masked(Inet a, int bits) {
        byte[] out = mask(a.address().length, bits);
        for (int i = 0; i < out.length; i++) {
            out[i] &= a.address()[i];
        }
        return out;
    }

    private static boolean contains(Inet net, Inet other) {
        return net.isV4() == other.isV4() && Arrays.equals(masked(net, net.bits()), masked(other, net.bits()));
    }

    @PgFunction(oid = 927)
    public static boolean network_sub(Inet a, Inet b) {
        return a.isV4() == b.isV4() && a.bits() > b.bits() && contains(b, a);
    }

    @PgFunction(oid = 928)
    public static boolean network_subeq(Inet a, Inet b) {
        return a.isV4() == b.isV4() && a.bits() >= b.bits() && contains(b, a);
    }

    @PgFunction(oid = 929)
    public static boolean network_sup(Inet a, Inet b) {
        return network_sub(b, a);
    }

    @PgFunction(oid = 930)
    public static boolean network_supeq(Inet a, Inet b) {
        return network_subeq(b, a);
    }

    @PgFunction(oid = 3551)
    public static boolean network_overlap(Inet a, Inet b) {
        return a.bits() < b.bits() ? contains(a, b) : contains(b, a);
    }

    @PgFunction(oid = 926)
    public static int network_cmp(Inet a, Inet b) {
        if (a.isV4() != b.isV4()) {
            return a.isV4() ? -1 : 1;
        }
        int common = Math.min(a.bits(), b.bits());
        int c = difference(a, b, common / 8);
        if (c != 0) {
            return c;
        }
        c = Arrays.compareUnsigned(masked(a, common), masked(b, common));
        if (c != 0) {
            return Integer.signum(c);
        }
        return a.bits() != b.bits() ? a.bits() - b.bits() : difference(a, b, a.address().length);
    }

    /// As memcmp: of the first bytes that differ.
    private static int difference(Inet a, Inet b, int length) {
        for (int i = 0; i < length; i++) {
            int c = (a.address()[i] & 0xFF) - (b.address()[i] & 0xFF);
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    @PgFunction(oid = 605)
    public static Inet inet_set_masklen(Inet a, int bits) {
        return new Inet(a.address(), checkedBits(a, bits), false);
    }

    @PgFunction(oid = 635)
    public static Inet cidr_set_masklen(Inet a, int bits) {
        int length = checkedBits(a, bits);
        return new Inet(masked(a, length), length, true);
    }

    private static int checkedBits(Inet a, int bits) {
        int length = bits == -1 ? a.maxBits() : bits;
        if (length < 0 || length > a.maxBits()) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "invalid mask length: " + length);
        }
        return length;
    }

    @PgFunction(oid = 683)
    public static Inet network_network(Inet a) {
        return new Inet(masked(a, a.bits()), a.bits(), true);
    }

    @PgFunction(oid = 1715)
    public static Inet inet_to_cidr(Inet a) {
        return network_network(a);
    }

    @PgFunction(oid = 696)
    public static Inet network_netmask(Inet a) {
        return new Inet(mask(a.address().length, a.bits()), a.maxBits(), false);
    }

    @PgFunction(oid = 1362)
    public static Inet network_hostmask(Inet a) {
        byte[] out = mask(a.address().length, a.bits());
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~out[i];
        }
        return new Inet(out, a.maxBits(), false);
    }

    @PgFunction(oid = 698)
    public static Inet network_broadcast(Inet a) {
        byte[] out = mask(a.address().length, a.bits());
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (~out[i] | a.address()[i]);
        }
        return new Inet(out, a.bits(), false);
    }

    @PgFunction(oid = 697)
    public static int network_masklen(Inet a) {
        return a.bits();
    }

    @PgFunction(oid = 711)
    public static int network_family(Inet a) {
        return a.isV4() ? IPV4 : IPV6;
    }

    private static String output(FunctionContext context, Inet a) {
        return Codecs.output(a.cidr() ? TypeOids.CIDR : TypeOids.INET, a, context);
    }

    /// The address without its netmask.
    @PgFunction(oid = 699)
    public static Text network_host(FunctionContext context, Inet a) {
        return Text.of(address(context, a));
    }

    private static String address(FunctionContext context, Inet a) {
        return output(context, new Inet(a.address(), a.maxBits(), false));
    }

    @PgFunction(oid = 730)
    public static Text network_show(FunctionContext context, Inet a) {
        return Text.of(address(context, a) + "/" + a.bits());
    }

    @PgFunction(oid = 598)
    public static Text inet_abbrev(FunctionContext context, Inet a) {
        return Text.of(output(context, new Inet(a.address(), a.bits(), false)));
    }

    /// As few octets as the netmask needs (inet_cidr_ntop).
    @PgFunction(oid = 599)
    public static Text cidr_abbrev(FunctionContext context, Inet a) {
        if (a.isV4()) {
            StringBuilder out = new StringBuilder();
            int octets = (a.bits() + 7) / 8;
            for (int i = 0; i < Math.max(1, octets); i++) {
                out.append(i == 0 ? "" : ".").append(a.address()[i] & 0xFF);
            }
            return Text.of(out.append('/').append(a.bits()).toString());
        }
        return Text.of(Ipv6Abbreviation.of(a.address(), a.bits()) + "/" + a.bits());
    }

    @PgFunction(oid = 4071)
    public static boolean inet_same_family(Inet a, Inet b) {
        return a.isV4() == b.isV4();
    }

    /// The smallest network that holds both.
    @PgFunction(oid = 4063)
    public static Inet inet_merge(Inet a, Inet b) {
        if (a.isV4() != b.isV4()) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "cannot merge addresses from different families");
        }
        int bits = Math.min(a.bits(), b.bits());
        while (bits > 0 && !Arrays.equals(masked(a, bits), masked(b, bits))) {
            bits--;
        }
        return new Inet(masked(a, bits), bits, true);
    }

    @PgFunction(oid = 2627)
    public static Inet inetnot(Inet a) {
        byte[] out = a.address().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~out[i];
        }
        return new Inet(out, a.bits(), false);
    }

    private static void requireSameSize(Inet a, Inet b, String operation) {
        if (a.isV4() != b.isV4()) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, "cannot " + operation + " inet values of different sizes");
        }
    }

    @PgFunction(oid = 2628)
    public static Inet inetand(Inet a, Inet b) {
        requireSameSize(a, b, "AND");
        byte[] out = a.address().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] &= b.address()[i];
        }
        return new Inet(out, Math.max(a.bits(), b.bits()), false);
    }

    @PgFunction(oid = 2629)
    public static Inet inetor(Inet a, Inet b) {
        requireSameSize(a, b, "OR");
        byte[] out = a.address().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] |= b.address()[i];
        }
        return new Inet(out, Math.max(a.bits(), b.bits()), false);
    }

    private static SqlException outOfRange() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "result is out of range");
    }

    private static Inet plus(Inet a, long addend) {
        byte[] out = a.address().clone();
        long rest = addend;
        int carry = 0;
        for (int i = out.length - 1; i >= 0; i--) {
            carry += (out[i] & 0xFF) + (int) (rest & 0xFF);
            out[i] = (byte) carry;
            carry >>= 8;
            rest >>= 8;
        }
        // what is left must be the sign, carried away or not at all
        if (!(rest == 0 && carry == 0 || rest == -1 && carry == 1)) {
            throw outOfRange();
        }
        return new Inet(out, a.bits(), false);
    }

    @PgFunction(oid = 2630)
    public static Inet inetpl(Inet a, long addend) {
        return plus(a, addend);
    }

    @PgFunction(oid = 2632)
    public static Inet inetmi_int8(Inet a, long subtrahend) {
        return plus(a, -subtrahend);
    }

    @PgFunction(oid = 2633)
    public static long inetmi(Inet a, Inet b) {
        if (a.isV4() != b.isV4()) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "cannot subtract inet values of different sizes");
        }
        java.math.BigInteger difference =
                new java.math.BigInteger(1, a.address()).subtract(new java.math.BigInteger(1, b.address()));
        if (difference.bitLength() > 63) {
            throw outOfRange();
        }
        return difference.longValue();
    }
}
