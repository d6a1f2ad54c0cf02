package org.pgherd.conformance.slt;

import java.util.ArrayList;
import java.util.List;

/// Counts of one file.
public final class SltReport {
    private final String name;
    private int records;
    private int same;
    private int asFile;
    private final List<String> differences = new ArrayList<>();

    SltReport(String name) {
        this.name = name;
    }

    void record(boolean sameAsPostgres, boolean sameAsFile, String difference) {
        records++;
        if (sameAsPostgres) {
            same++;
        } else if (differences.size() < 20) {
            differences.add(difference);
        }
        if (sameAsFile) {
            asFile++;
        }
    }

    public int records() {
        return records;
    }

    public int same() {
        return same;
    }

    public boolean allSame() {
        return records == same;
    }

    /// The first differences, each a few lines.
    public List<String> differences() {
        return List.copyOf(differences);
    }

    public String name() {
        return name;
    }

    public String summary() {
        return name + ": " + records + " records, " + same + " as PostgreSQL, " + asFile + " as the file says";
    }
}
