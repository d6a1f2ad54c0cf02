package org.pgherd.engine.session;

import java.util.Locale;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.IntervalStyle;

/// Formatting settings from the text that SHOW gives.
public final class FormatSettings {
    private FormatSettings() {}

    /// Such as `ISO, MDY` or `Postgres, DMY`.
    public static DateStyle dateStyle(String text) {
        DateStyle.Format format = DateStyle.Format.ISO;
        DateStyle.Order order = DateStyle.Order.MDY;
        for (String word : text.toUpperCase(Locale.ROOT).split(",")) {
            String name = word.strip();
            for (DateStyle.Format candidate : DateStyle.Format.values()) {
                format = candidate.name().equals(name) ? candidate : format;
            }
            for (DateStyle.Order candidate : DateStyle.Order.values()) {
                order = candidate.name().equals(name) ? candidate : order;
            }
        }
        return new DateStyle(format, order);
    }

    public static IntervalStyle intervalStyle(String text) {
        return IntervalStyle.valueOf(text.toUpperCase(Locale.ROOT));
    }

    public static ByteaOutput byteaOutput(String text) {
        return ByteaOutput.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
