package org.pgherd.plpgsql.value;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// The fields of a row.
///
/// @param typeOid the composite type, or RECORD
public record RowShape(int typeOid, List<String> names, List<SqlType> types) {
    public RowShape {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    public int size() {
        return names.size();
    }

    public static RowShape ofColumns(List<PreparedStatement.Column> columns) {
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        for (PreparedStatement.Column column : columns) {
            names.add(column.name());
            types.add(column.type());
        }
        return new RowShape(TypeOids.RECORD, names, types);
    }

    public static RowShape ofType(int typeOid, CatalogView view) {
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        for (TypeLookup.Field field : view.fields(view.baseType(typeOid))) {
            names.add(field.name());
            types.add(field.type());
        }
        return new RowShape(typeOid, names, types);
    }

    /// Of a row whose fields have no names.
    public static RowShape anonymous(int[] fieldOids) {
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        for (int i = 0; i < fieldOids.length; i++) {
            names.add("f" + (i + 1));
            types.add(SqlType.of(fieldOids[i]));
        }
        return new RowShape(TypeOids.RECORD, names, types);
    }

    public int[] oids() {
        int[] oids = new int[types.size()];
        for (int i = 0; i < oids.length; i++) {
            oids[i] = types.get(i).oid();
        }
        return oids;
    }
}
