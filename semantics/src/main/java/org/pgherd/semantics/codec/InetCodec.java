package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Inet;

/// inet and cidr (network.c, inet_net_pton.c).
final class InetCodec extends RefCodec {
    private static final int FAMILY_V4 = 2;
    private static final int FAMILY_V6 = 3;

    private final boolean cidr;

    InetCodec(boolean cidr) {
        super(cidr ? TypeOids.CIDR : TypeOids.INET);
        this.cidr = cidr;
    }

    private String name() {
        return cidr ? "cidr" : "inet";
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        Inet value = text.indexOf(':') >= 0 ? InetText.parseV6(text, cidr) : InetText.parseV4(text, cidr);
        if (value == null) {
            throw invalidSyntax(name(), text);
        }
        if (cidr && hasBitsRightOfMask(value)) {
            throw new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid cidr value: \"" + text + "\"")
                    .withDetail("Value has bits set to right of mask.");
        }
        return value;
    }

    private static boolean hasBitsRightOfMask(Inet value) {
        for (int bit = value.bits(); bit < value.maxBits(); bit++) {
            if ((value.address()[bit / 8] & 0x80 >> bit % 8) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return InetText.format((Inet) value);
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        int size = length < 4 ? -1 : bytes[offset + 3];
        int family = size < 0 ? 0 : bytes[offset];
        int bits = size < 0 ? 0 : bytes[offset + 1] & 0xFF;
        if (size != (family == FAMILY_V4 ? 4 : family == FAMILY_V6 ? 16 : -2)
                || length != 4 + size
                || bits > size * 8) {
            throw new SqlException(
                    SqlState.INVALID_BINARY_REPRESENTATION, "invalid length in external \"" + name() + "\" value");
        }
        return new Inet(Arrays.copyOfRange(bytes, offset + 4, offset + length), bits, cidr);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        Inet inet = (Inet) value;
        out.putByte(inet.isV4() ? FAMILY_V4 : FAMILY_V6);
        out.putByte(inet.bits());
        out.putByte(inet.cidr() ? 1 : 0);
        out.putByte(inet.address().length);
        out.putBytes(inet.address());
    }
}
