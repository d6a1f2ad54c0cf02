package org.pgherd.gateway.client;

/// A column as RowDescription told it.
public record WireColumn(String name, int typeOid, int typmod) {
    /// Whether psql aligns its values to the right (print.c:column_type_alignment).
    public boolean isNumber() {
        return switch (typeOid) {
            case 20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069 -> true;
            default -> false;
        };
    }
}
