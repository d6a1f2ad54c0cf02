package org.pgherd.conformance.compare;

import org.pgherd.conformance.target.Outcome;

/// A statement whose outcomes differ.
public record Difference(int line, String sql, Verdict verdict, Outcome herd, Outcome oracle) {
    /// In a few lines: what was run, what came, what should have come.
    public String describe() {
        return verdict + " at line " + line + ": " + sql.replaceAll("\\s+", " ") + "\n    herd:       " + brief(herd)
                + "\n    PostgreSQL: " + brief(oracle);
    }

    private static String brief(Outcome outcome) {
        String text = switch (outcome) {
            case Outcome.Failure f -> f.state() + " " + f.message();
            case Outcome.Command c -> c.tag();
            case Outcome.Rows r -> r.tag() + " " + r.columns() + r.typeOids() + " " + r.rows();
        };
        return text.length() > 600 ? text.substring(0, 600) + "..." : text;
    }
}
