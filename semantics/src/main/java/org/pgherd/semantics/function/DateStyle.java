package org.pgherd.semantics.function;

/// The DateStyle setting: how dates are written, and the order in which ambiguous input is read.
public record DateStyle(Format format, Order order) {
    public static final DateStyle ISO_MDY = new DateStyle(Format.ISO, Order.MDY);

    public enum Format {
        ISO,
        SQL,
        POSTGRES,
        GERMAN
    }

    public enum Order {
        MDY,
        DMY,
        YMD
    }
}
