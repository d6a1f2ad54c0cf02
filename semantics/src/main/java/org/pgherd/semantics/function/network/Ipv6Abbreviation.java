package org.pgherd.semantics.function.network;

/// The words of an IPv6 network that its netmask covers; a run of zero words within them is `::`
/// (inet_cidr_ntop.c:inet_cidr_ntop_ipv6). Which run is taken is as odd as there: a run is measured on from the one
/// before if that one was not the longest so far.
final class Ipv6Abbreviation {
    private static final int BITS_PER_WORD = 16;
    private static final int FIRST_IPV4_WORD = 6;
    private static final int LAST_WORD = 7;
    /// Up to here the last octet of an embedded IPv4 address is left out.
    private static final int BITS_WITHOUT_LAST_OCTET = 120;

    private final byte[] address;
    private final int bits;
    private final int words;
    private int zerosStart;
    private int zeros;

    private Ipv6Abbreviation(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
        words = Math.max((bits + BITS_PER_WORD - 1) / BITS_PER_WORD, 2);
        findZeros();
    }

    static String of(byte[] address, int bits) {
        return bits == 0 ? "::" : new Ipv6Abbreviation(address, bits).write();
    }

    private int octet(int i) {
        return address[i] & 0xFF;
    }

    private void findZeros() {
        int start = 0;
        int length = 0;
        for (int w = 0; w < words; w++) {
            if (octet(2 * w) == 0 && octet(2 * w + 1) == 0) {
                start = length == 0 ? w : start;
                length++;
            } else if (length > zeros) {
                zerosStart = start;
                zeros = length;
                length = 0;
            }
        }
        if (length > zeros) {
            zerosStart = start;
            zeros = length;
        }
    }

    private boolean embedsIpv4() {
        return zeros != words
                && zerosStart == 0
                && (zeros == 6
                        || zeros == 5 && octet(10) == 0xFF && octet(11) == 0xFF
                        || zeros == 7 && octet(14) != 0 && octet(15) != 1);
    }

    private String write() {
        boolean ipv4 = embedsIpv4();
        StringBuilder out = new StringBuilder();
        for (int w = 0; w < words; w++) {
            if (w >= zerosStart && w < zerosStart + zeros) {
                out.append(w == zerosStart ? ":" : "").append(w == words - 1 ? ":" : "");
            } else if (ipv4 && w >= FIRST_IPV4_WORD) {
                out.append(w == FIRST_IPV4_WORD ? ':' : '.').append(octet(2 * w));
                if (w != LAST_WORD || bits > BITS_WITHOUT_LAST_OCTET) {
                    out.append('.').append(octet(2 * w + 1));
                }
            } else {
                out.append(out.isEmpty() ? "" : ":").append(Integer.toHexString(octet(2 * w) << 8 | octet(2 * w + 1)));
            }
        }
        return out.toString();
    }
}
