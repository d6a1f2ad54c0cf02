package org.pgherd.gateway.client;

/// A column as RowDescription told it.
///
/// @param table oid of the table it is a column of, or 0
/// @param attribute that column's number, or 0
public record WireColumn(String name, int table, int attribute, int typeOid, int typmod) {
    /// A column of no table.
    public WireColumn(String name, int typeOid, int typmod) {
        this(name, 0, 0, typeOid, typmod);
    }

    /// Whether psql aligns its values to the right (print.c:column_type_alignment).
    public boolean isNumber() {
        return switch (typeOid) {
            case 20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069 -> true;
            default -> false;
        };
    }
}
