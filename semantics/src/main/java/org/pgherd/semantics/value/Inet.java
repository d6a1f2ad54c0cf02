package org.pgherd.semantics.value;

import java.util.Arrays;

/// An IPv4 or IPv6 address with a netmask (inet), or a network (cidr). Which of the two is not part of the value's
/// identity.
///
/// @param address 4 or 16 bytes; taken over
/// @param bits length of the netmask
/// @param cidr of type cidr
public record Inet(byte[] address, int bits, boolean cidr) implements Comparable<Inet> {
    public Inet {
        assert address.length == 4 || address.length == 16;
        assert bits >= 0 && bits <= address.length * 8;
    }

    public boolean isV4() {
        return address.length == 4;
    }

    public int maxBits() {
        return address.length * 8;
    }

    /// Family, network part, netmask length, then the whole address (network.c:network_cmp_internal).
    @Override
    public int compareTo(Inet other) {
        if (address.length != other.address.length) {
            return Integer.compare(address.length, other.address.length);
        }
        int c = compareBits(other, Math.min(bits, other.bits));
        if (c == 0) {
            c = Integer.compare(bits, other.bits);
        }
        return c != 0 ? c : Arrays.compareUnsigned(address, other.address);
    }

    private int compareBits(Inet other, int count) {
        int whole = count / 8;
        int c = Arrays.compareUnsigned(address, 0, whole, other.address, 0, whole);
        if (c != 0 || count % 8 == 0) {
            return c;
        }
        int mask = 0xFF << 8 - count % 8 & 0xFF;
        return Integer.compare(address[whole] & mask, other.address[whole] & mask);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Inet i && bits == i.bits && Arrays.equals(address, i.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address) * 31 + bits;
    }
}
