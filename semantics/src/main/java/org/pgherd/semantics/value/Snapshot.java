package org.pgherd.semantics.value;

import java.util.List;

/// A pg_snapshot: transactions below `xmin` are over, those from `xmax` on have not begun, of those between `running`
/// have not
/// ended. All unsigned.
public record Snapshot(long xmin, long xmax, List<Long> running) {
    public Snapshot {
        running = List.copyOf(running);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append(Long.toUnsignedString(xmin)).append(':');
        out.append(Long.toUnsignedString(xmax)).append(':');
        for (int i = 0; i < running.size(); i++) {
            out.append(i == 0 ? "" : ",").append(Long.toUnsignedString(running.get(i)));
        }
        return out.toString();
    }
}
