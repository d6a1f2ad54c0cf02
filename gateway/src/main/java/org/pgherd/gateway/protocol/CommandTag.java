package org.pgherd.gateway.protocol;

/// CommandComplete.
final class CommandTag {
    private CommandTag() {}

    static void send(MessageWriter out, String tag) {
        out.begin('C').string(tag).end();
    }
}
