package org.pgherd.gateway.protocol;

import java.security.SecureRandom;

/// The secret of BackendKeyData: 4 bytes in protocol 3.0, 32 in 3.2 (MAX_CANCEL_KEY_LENGTH).
final class CancelKey {
    private static final int SHORT = 4;
    private static final int LONG = 32;

    private CancelKey() {}

    static byte[] of(int version, SecureRandom random) {
        byte[] key = new byte[version >= StartupPacket.VERSION_3_2 ? LONG : SHORT];
        random.nextBytes(key);
        return key;
    }
}
