package org.pgherd.semantics.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.type.SqlType;

/// Types by identifier, the user's too, and names of objects that reg* types print.
/// [BuiltinCatalog] is the one that knows built-in types only; a session's adds the catalog snapshot.
public interface TypeLookup {
    /// Null if there is no such type.
    @Nullable
    TypeRow type(int oid);

    /// By name in the order of the search path, or in `schema` if that is not null; null if there is none.
    @Nullable
    TypeRow type(@Nullable String schema, String name);

    /// Labels of an enum in sort order.
    List<EnumLabel> enumLabels(int typeOid);

    /// Columns of a composite type, dropped ones left out.
    List<Field> fields(int typeOid);

    /// What a value of a reg* type prints: the object's name, qualified and quoted as needed; null if there is none.
    @Nullable
    String objectName(int regTypeOid, int oid);

    /// The object that text given to a reg* type's input names; -1 if there is none. Numbers are not looked up.
    int objectOid(int regTypeOid, String name);

    /// A collation; for the default one what the database says it is. Null if there is none.
    default @Nullable CollationRow collation(int oid) {
        return BuiltinCatalog.instance().builtinCollation(oid);
    }

    /// An order that only a server knows, asked of one; null where there is none to ask.
    default @Nullable CollationOrder serverOrder(CollationRow collation) {
        return null;
    }

    /// By the range type or its multirange type; null if it is neither.
    default @Nullable RangeRow range(int typeOid) {
        return BuiltinCatalog.instance().builtinRange(typeOid);
    }

    /// A label of an enum.
    record EnumLabel(int oid, float sortOrder, String label) {}

    /// A column of a composite type.
    record Field(String name, SqlType type) {}
}
