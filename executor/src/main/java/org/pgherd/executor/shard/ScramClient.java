package org.pgherd.executor.shard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677) without channel binding.
final class ScramClient {
    static final String MECHANISM = "SCRAM-SHA-256";
    private static final String NO_BINDING = "n,,";

    private final byte[] password;
    private final String nonce;
    private final String firstBare;
    private byte[] serverSignature = new byte[0];

    ScramClient(String password) {
        // SASLprep maps to NFKC; the prohibited characters it also rejects cannot match a stored secret anyway
        this.password = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        this.nonce = Base64.getEncoder().encodeToString(random);
        // the server takes the user's name from the start-up message
        this.firstBare = "n=,r=" + nonce;
    }

    byte[] first() {
        return (NO_BINDING + firstBare).getBytes(StandardCharsets.UTF_8);
    }

    byte[] answer(byte[] serverFirst) throws GeneralSecurityException {
        String message = new String(serverFirst, StandardCharsets.UTF_8);
        String serverNonce = "";
        byte[] salt = new byte[0];
        int iterations = 0;
        for (String part : message.split(",")) {
            String value = part.substring(Math.min(2, part.length()));
            if (part.startsWith("r=")) {
                serverNonce = value;
            } else if (part.startsWith("s=")) {
                salt = Base64.getDecoder().decode(value);
            } else if (part.startsWith("i=")) {
                iterations = Integer.parseInt(value);
            }
        }
        if (!serverNonce.startsWith(nonce) || iterations <= 0) {
            throw new GeneralSecurityException("malformed SCRAM message");
        }
        byte[] salted = saltedPassword(salt, iterations);
        byte[] clientKey = hmac(salted, "Client Key".getBytes(StandardCharsets.UTF_8));
        byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
        String withoutProof =
                "c=" + Base64.getEncoder().encodeToString(NO_BINDING.getBytes(StandardCharsets.UTF_8)) + ",r=" + serverNonce;
        byte[] auth = (firstBare + "," + message + "," + withoutProof).getBytes(StandardCharsets.UTF_8);
        byte[] proof = hmac(storedKey, auth);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= clientKey[i];
        }
        serverSignature = hmac(hmac(salted, "Server Key".getBytes(StandardCharsets.UTF_8)), auth);
        return (withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof)).getBytes(StandardCharsets.UTF_8);
    }

    /// Whether the server has proved that it knows the password too.
    boolean accepts(byte[] serverFinal) {
        String message = new String(serverFinal, StandardCharsets.UTF_8);
        return message.startsWith("v=")
                && MessageDigest.isEqual(Base64.getDecoder().decode(message.substring(2)), serverSignature);
    }

    private byte[] saltedPassword(byte[] salt, int iterations) throws GeneralSecurityException {
        Mac mac = mac(password);
        mac.update(salt);
        byte[] block = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] sum = block.clone();
        for (int i = 1; i < iterations; i++) {
            block = mac.doFinal(block);
            for (int j = 0; j < sum.length; j++) {
                sum[j] ^= block[j];
            }
        }
        return sum;
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        return mac(key).doFinal(data);
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        // an empty password is no legal key for JCA; HMAC pads keys with zeros, so one zero byte is the same key
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
        return mac;
    }
}
