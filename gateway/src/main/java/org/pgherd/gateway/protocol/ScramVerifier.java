package org.pgherd.gateway.protocol;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// What a server keeps of a password for SCRAM-SHA-256 (RFC 5802): enough to check a proof, not enough to make one.
record ScramVerifier(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
    static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_256;
    private static final int ITERATIONS = 4096;
    private static final int SALT_BYTES = 16;

    static ScramVerifier of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return of(password, salt);
    }

    static ScramVerifier of(String password, byte[] salt) {
        byte[] salted = ScramFunctions.saltedPassword(
                MECHANISM, StringPreparation.POSTGRESQL_PREPARATION, password.toCharArray(), salt, ITERATIONS);
        byte[] clientKey = ScramFunctions.clientKey(MECHANISM, salted);
        return new ScramVerifier(
                salt,
                ITERATIONS,
                ScramFunctions.storedKey(MECHANISM, clientKey),
                ScramFunctions.serverKey(MECHANISM, salted));
    }

    /// A verifier that no password satisfies, the same for the same user (auth-scram.c:mock_scram_secret).
    static ScramVerifier unknown(String user, byte[] secret) {
        byte[] salt = ScramFunctions.hmac(MECHANISM, secret, user.getBytes(StandardCharsets.UTF_8));
        byte[] nothing = new byte[salt.length];
        return new ScramVerifier(Arrays.copyOf(salt, SALT_BYTES), ITERATIONS, nothing, nothing);
    }

    String saltText() {
        return Base64.getEncoder().encodeToString(salt);
    }
}
