package org.pgherd.semantics.catalog;

/// A row of pg_type, as far as anybody asks.
///
/// @param schema name of its namespace
/// @param length typlen: bytes, -1 variable, -2 C string
/// @param kind typtype: b base, c composite, d domain, e enum, m multirange, p pseudo, r range
/// @param category typcategory
/// @param relationOid pg_class.oid of a composite type
/// @param subscriptOid typsubscript; an array type has `array_subscript_handler`'s
/// @param elementOid typelem
/// @param arrayOid typarray
/// @param baseOid typbasetype of a domain
/// @param typmod typtypmod of a domain
/// @param collation typcollation
public record TypeRow(
        int oid,
        String name,
        String schema,
        int length,
        boolean byValue,
        char kind,
        char category,
        boolean preferred,
        boolean defined,
        char delimiter,
        int relationOid,
        int subscriptOid,
        int elementOid,
        int arrayOid,
        int inputOid,
        int outputOid,
        int receiveOid,
        int sendOid,
        int typmodInOid,
        int typmodOutOid,
        char alignment,
        char storage,
        boolean notNull,
        int baseOid,
        int typmod,
        int dimensions,
        int collation) {
    private static final int ARRAY_SUBSCRIPT_HANDLER = 6179;

    /// A true array: its elements are not just subscripted (int2vector, point), it has dimensions.
    public boolean isTrueArray() {
        return elementOid != 0 && subscriptOid == ARRAY_SUBSCRIPT_HANDLER;
    }
}
