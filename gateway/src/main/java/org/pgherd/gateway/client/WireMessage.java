package org.pgherd.gateway.client;

import java.util.Map;

/// An error or notice, by the protocol's field letters.
public record WireMessage(Map<Character, String> fields) {
    public WireMessage {
        fields = Map.copyOf(fields);
    }

    public String field(char letter) {
        return fields.getOrDefault(letter, "");
    }

    public String severity() {
        return field('S');
    }

    public String state() {
        return field('C');
    }

    public String message() {
        return field('M');
    }

    /// 1-based position in the statement, 0 if none.
    public int position() {
        String at = field('P');
        return at.isEmpty() ? 0 : Integer.parseInt(at);
    }

    @Override
    public String toString() {
        return severity() + ":  " + message() + " (" + state() + ")";
    }
}
