package org.pgherd.gateway.protocol;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/// How clients prove who they are.
public sealed interface Authentication {
    /// Everybody is who they say.
    record Trust() implements Authentication {}

    /// SCRAM-SHA-256 with the passwords' verifiers by user name.
    final class Scram implements Authentication {
        private static final int SECRET_BYTES = 32;
        private final Map<String, ScramVerifier> verifiers = new HashMap<>();
        /// Unknown users get a verifier made from it, so that their names cannot be told from known ones.
        private final byte[] secret = new byte[SECRET_BYTES];

        public Scram(Map<String, String> passwords) {
            SecureRandom random = new SecureRandom();
            random.nextBytes(secret);
            passwords.forEach((user, password) -> verifiers.put(user, ScramVerifier.of(password, random)));
        }

        ScramVerifier verifier(String user) {
            ScramVerifier known = verifiers.get(user);
            return known != null ? known : ScramVerifier.unknown(user, secret);
        }
    }
}
