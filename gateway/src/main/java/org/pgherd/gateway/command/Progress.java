package org.pgherd.gateway.command;

import java.io.PrintStream;

/// Tells on stderr what is being waited for: one line that is written over on a terminal, else a line per step.
public final class Progress {
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out = System.err;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();

    public void step(String what) {
        if (terminal) {
            out.print(ERASE + what + " ...");
            out.flush();
        } else {
            out.println(what + " ...");
        }
    }

    public void done() {
        if (terminal) {
            out.print(ERASE);
            out.flush();
        }
    }
}
