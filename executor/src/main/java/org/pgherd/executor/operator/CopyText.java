package org.pgherd.executor.operator;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.shardplanner.plan.WriteColumn;

/// Rows in COPY's text format.
final class CopyText {
    private CopyText() {}

    /// Overwrites `out` with one line.
    static void line(@Nullable Object[] row, WriteColumn[] columns, ExecutionState state, ByteSink out) {
        out.truncate(0);
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                out.putByte('\t');
            }
            Object value = row[i];
            if (value == null) {
                out.putByte('\\');
                out.putByte('N');
            } else {
                escape(
                        state.codec(columns[i].type().oid())
                                .encodeText(value, state.functions().exact())
                                .getBytes(StandardCharsets.UTF_8),
                        out);
            }
        }
        out.putByte('\n');
    }

    private static void escape(byte[] text, ByteSink out) {
        for (byte b : text) {
            switch (b) {
                case '\\' -> pair(out, '\\');
                case '\n' -> pair(out, 'n');
                case '\r' -> pair(out, 'r');
                case '\t' -> pair(out, 't');
                default -> out.putByte(b);
            }
        }
    }

    private static void pair(ByteSink out, char letter) {
        out.putByte('\\');
        out.putByte(letter);
    }
}
