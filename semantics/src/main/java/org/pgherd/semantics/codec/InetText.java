package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.Inet;

/// Text of network addresses (inet_net_pton.c, inet_net_ntop.c).
final class InetText {
    private InetText() {}

    /// Null if it is none. A cidr may leave out octets and the mask, an inet only octets behind the mask.
    static @Nullable Inet parseV4(String text, boolean cidr) {
        int slash = text.indexOf('/');
        String octets = slash < 0 ? text : text.substring(0, slash);
        byte[] address = new byte[4];
        int count = 0;
        int i = 0;
        while (true) {
            int start = i;
            int value = 0;
            while (i < octets.length() && octets.charAt(i) >= '0' && octets.charAt(i) <= '9') {
                value = value * 10 + octets.charAt(i++) - '0';
                if (value > 255) {
                    return null;
                }
            }
            if (i == start || count == 4) {
                return null;
            }
            address[count++] = (byte) value;
            if (i == octets.length()) {
                break;
            }
            if (octets.charAt(i) != '.') {
                return null;
            }
            i++;
        }
        int bits;
        if (slash >= 0) {
            bits = mask(text.substring(slash + 1), 32, true);
            if (bits < 0 || !cidr && bits / 8 > count) {
                return null;
            }
        } else if (cidr) {
            bits = classBits(address[0] & 0xFF, count);
        } else if (count == 4) {
            bits = 32;
        } else {
            return null;
        }
        return new Inet(address, bits, cidr);
    }

    /// The mask that the old classes of networks imply.
    private static int classBits(int first, int octets) {
        int bits = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
        bits = Math.max(bits, octets * 8);
        return bits == 8 && first == 224 ? 4 : bits;
    }

    /// -1 if it is no number up to the limit; only IPv4 takes leading zeros.
    private static int mask(String text, int max, boolean zeros) {
        if (text.isEmpty() || text.length() > 8 || !zeros && text.length() > 1 && text.charAt(0) == '0') {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value > max ? -1 : value;
    }

    static @Nullable Inet parseV6(String text, boolean cidr) {
        int slash = text.indexOf('/');
        String words = slash < 0 ? text : text.substring(0, slash);
        int bits = slash < 0 ? 128 : mask(text.substring(slash + 1), 128, false);
        if (bits < 0) {
            return null;
        }
        byte[] address = new byte[16];
        int at = 0;
        int gap = -1;
        int i = 0;
        if (words.startsWith(":")) {
            if (!words.startsWith("::")) {
                return null;
            }
            i = 1;
        }
        while (i < words.length()) {
            if (words.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = at;
                i++;
                if (i == words.length()) {
                    break;
                }
                continue;
            }
            int end = i;
            while (end < words.length() && Character.digit(words.charAt(end), 16) >= 0 && words.charAt(end) < 128) {
                end++;
            }
            if (end < words.length() && words.charAt(end) == '.') {
                if (at > 12 || !embeddedV4(words.substring(i), slash >= 0, address, at)) {
                    return null;
                }
                at += 4;
                i = words.length();
                break;
            }
            if (end == i || end - i > 4 || at > 14) {
                return null;
            }
            int value = Integer.parseInt(words, i, end, 16);
            address[at++] = (byte) (value >> 8);
            address[at++] = (byte) value;
            i = end;
            if (i < words.length()) {
                if (words.charAt(i) != ':' || i + 1 == words.length()) {
                    return null;
                }
                i++;
            }
        }
        if (gap >= 0) {
            if (at == 16) {
                return null;
            }
            int moved = at - gap;
            System.arraycopy(address.clone(), gap, address, 16 - moved, moved);
            Arrays.fill(address, gap, 16 - moved, (byte) 0);
        } else if (at != 16) {
            return null;
        }
        return new Inet(address, bits, cidr);
    }

    /// IPv4 at the end of IPv6 (inet_net_pton.c:getv4): octets may be missing, and be empty before a dot.
    private static boolean embeddedV4(String text, boolean beforeMask, byte[] address, int from) {
        String[] octets = text.split("\\.", -1);
        if (octets.length > 4 || octets[octets.length - 1].isEmpty() && !beforeMask) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            String octet = octets[i];
            if (!octet.matches("[0-9]{0,3}") || octet.length() > 1 && octet.charAt(0) == '0') {
                return false;
            }
            int value = octet.isEmpty() ? 0 : Integer.parseInt(octet);
            if (value > 255) {
                return false;
            }
            address[from + i] = (byte) value;
        }
        return true;
    }

    static String format(Inet value) {
        StringBuilder out = new StringBuilder(43);
        if (value.isV4()) {
            v4(value.address(), 0, out);
        } else {
            v6(value.address(), out);
        }
        if (value.cidr() || value.bits() != value.maxBits()) {
            out.append('/').append(value.bits());
        }
        return out.toString();
    }

    private static void v4(byte[] bytes, int offset, StringBuilder out) {
        for (int i = 0; i < 4; i++) {
            out.append(i == 0 ? "" : ".").append(bytes[offset + i] & 0xFF);
        }
    }

    private static void v6(byte[] bytes, StringBuilder out) {
        int[] words = new int[8];
        for (int i = 0; i < 8; i++) {
            words[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        // the longest run of zeros, at least two
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int j = i;
            while (j < 8 && words[j] == 0) {
                j++;
            }
            if (j - i > bestLength) {
                best = i;
                bestLength = j - i;
            }
            i = Math.max(i, j - 1);
        }
        for (int i = 0; i < 8; i++) {
            if (best >= 0 && i >= best && i < best + bestLength) {
                if (i == best) {
                    out.append(':');
                }
                continue;
            }
            if (i != 0) {
                out.append(':');
            }
            if (i == 6
                    && best == 0
                    && (bestLength == 6 || bestLength == 7 && words[7] != 1 || bestLength == 5 && words[5] == 0xffff)) {
                v4(bytes, 12, out);
                return;
            }
            out.append(Integer.toHexString(words[i]));
        }
        if (best >= 0 && best + bestLength == 8) {
            out.append(':');
        }
    }
}
