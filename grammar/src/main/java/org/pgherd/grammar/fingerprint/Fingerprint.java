package org.pgherd.grammar.fingerprint;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A statement's key and the literals that were taken out. Statements with the same key differ only in the
/// values of
/// their literals, of which each has the same kind and place.
public record Fingerprint(long hash, List<Literal> literals) {
    private static final int POOLED = 64;
    private static final ConcurrentLinkedQueue<LiteralScan> IDLE = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger IDLE_COUNT = new AtomicInteger();

    public Fingerprint {
        literals = List.copyOf(literals);
    }

    /// Of one statement. Text that is no SQL at all has a fingerprint too: that of its characters.
    public static Fingerprint of(String statement) {
        LiteralScan scan = IDLE.poll();
        if (scan == null) {
            scan = new LiteralScan();
        } else {
            IDLE_COUNT.decrementAndGet();
        }
        try {
            return scan.run(statement);
        } finally {
            scan.release();
            if (IDLE_COUNT.get() < POOLED) {
                IDLE_COUNT.incrementAndGet();
                IDLE.add(scan);
            }
        }
    }

    /// The statement with its literals as $n, where a literal that is repeated may have one number.
    public String normalized(String statement) {
        StringBuilder text = new StringBuilder(statement.length());
        int from = 0;
        for (Literal literal : literals) {
            text.append(statement, from, literal.at().start()).append('$').append(literal.parameter());
            from = literal.at().end();
        }
        return text.append(statement, from, statement.length()).toString();
    }
}
