package org.pgherd.gateway.protocol;

import com.ongres.scram.common.ScramFunctions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The server's side of one SCRAM-SHA-256 conversation (RFC 5802, RFC 7677) without channel binding.
/// Texts follow src/backend/libpq/auth-scram.c. Any user name inside is ignored: the start-up packet's counts.
final class ScramExchange {
    private static final int NONCE_CHARACTERS = 24;

    private final ScramVerifier verifier;
    private String clientFirstBare = "";
    private String serverFirst = "";
    private String nonce = "";
    /// The GS2 header, in base64 as the client's last message repeats it.
    private String header = "";

    ScramExchange(ScramVerifier verifier) {
        this.verifier = verifier;
    }

    /// Answers the client's first message.
    String first(String message, SecureRandom random) {
        if (message.isEmpty()) {
            throw malformed("The message is empty.");
        }
        switch (message.charAt(0)) {
            case 'n', 'y' -> {}
            case 'p' ->
                throw malformed("The client selected SCRAM-SHA-256 without channel binding, but the SCRAM "
                        + "message includes channel binding data.");
            default -> throw malformed("Unexpected channel-binding flag \"" + message.charAt(0) + "\".");
        }
        if (!message.startsWith(",,", 1)) {
            if (message.startsWith(",a=", 1)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "client uses authorization identity, but it is not supported");
            }
            throw malformed("Comma expected, but found character \"" + message.charAt(Math.min(2, message.length() - 1))
                    + "\".");
        }
        header = base64(message.substring(0, 3));
        clientFirstBare = message.substring(3);
        if (clientFirstBare.startsWith("m=")) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "client requires an unsupported SCRAM extension");
        }
        String[] attributes = clientFirstBare.split(",", -1);
        if (attributes.length < 2 || !attributes[0].startsWith("n=") || !attributes[1].startsWith("r=")) {
            throw malformed("Attribute expected, but found invalid character.");
        }
        String clientNonce = attributes[1].substring(2);
        for (int i = 0; i < clientNonce.length(); i++) {
            if (clientNonce.charAt(i) < 0x21 || clientNonce.charAt(i) > 0x7e) {
                throw new SqlException(SqlState.PROTOCOL_VIOLATION, "non-printable characters in SCRAM nonce");
            }
        }
        nonce = clientNonce + ScramFunctions.nonce(NONCE_CHARACTERS, random);
        serverFirst = "r=" + nonce + ",s=" + verifier.saltText() + ",i=" + verifier.iterations();
        return serverFirst;
    }

    /// Checks the client's proof.
    ///
    /// @return the server's own proof
    /// @throws WrongProof if the password was another one
    String last(String message) throws WrongProof {
        int proofAt = message.lastIndexOf(",p=");
        if (proofAt < 0) {
            throw malformed("Malformed client-final-message: no proof.");
        }
        String withoutProof = message.substring(0, proofAt);
        String[] attributes = withoutProof.split(",", -1);
        if (attributes.length < 2 || !attributes[0].startsWith("c=") || !attributes[1].startsWith("r=")) {
            throw malformed("Attribute expected, but found invalid character.");
        }
        if (!attributes[0].substring(2).equals(header)) {
            throw new SqlException(
                    SqlState.PROTOCOL_VIOLATION, "unexpected SCRAM channel-binding attribute in client-final-message");
        }
        if (!attributes[1].substring(2).equals(nonce)) {
            throw new SqlException(SqlState.PROTOCOL_VIOLATION, "invalid SCRAM response")
                    .withDetail("Nonce does not match.");
        }
        byte[] proof;
        try {
            proof = Base64.getDecoder().decode(message.substring(proofAt + 3));
        } catch (IllegalArgumentException e) {
            throw malformed("Malformed proof in client-final-message.");
        }
        if (proof.length != verifier.storedKey().length) {
            throw malformed("Malformed proof in client-final-message.");
        }
        String authMessage = clientFirstBare + "," + serverFirst + "," + withoutProof;
        if (!ScramFunctions.verifyClientProof(ScramVerifier.MECHANISM, proof, verifier.storedKey(), authMessage)) {
            throw new WrongProof();
        }
        byte[] signature = ScramFunctions.serverSignature(ScramVerifier.MECHANISM, verifier.serverKey(), authMessage);
        return "v=" + Base64.getEncoder().encodeToString(signature);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static SqlException malformed(String detail) {
        return new SqlException(SqlState.PROTOCOL_VIOLATION, "malformed SCRAM message").withDetail(detail);
    }

    static final class WrongProof extends Exception {
        private static final long serialVersionUID = 1L;

        WrongProof() {
            super("wrong password", null, false, false);
        }
    }
}
