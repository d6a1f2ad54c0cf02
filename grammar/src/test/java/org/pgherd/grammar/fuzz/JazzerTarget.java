package org.pgherd.grammar.fuzz;

import java.nio.charset.StandardCharsets;

/// What Jazzer calls with the bytes that it makes up.
public final class JazzerTarget {
    private JazzerTarget() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        String failure = LanguageProperty.failure(text);
        if (failure != null) {
            throw new AssertionError(failure);
        }
    }
}
