package org.pgherd.gateway.example;

import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.util.Iterator;
import java.util.List;

/// TPC-H's rows at scale 0.01, by the generator library.
final class TpchData {
    private static final double SCALE = 0.01;

    private TpchData() {}

    static List<TableRows> tables() {
        return List.of(
                rows(TpchTable.REGION),
                rows(TpchTable.NATION),
                rows(TpchTable.SUPPLIER),
                rows(TpchTable.CUSTOMER),
                rows(TpchTable.PART),
                rows(TpchTable.PART_SUPPLIER),
                rows(TpchTable.ORDERS),
                rows(TpchTable.LINE_ITEM));
    }

    private static TableRows rows(TpchTable<? extends TpchEntity> table) {
        return new TableRows(table.getTableName(), () -> {
            Iterator<? extends TpchEntity> entities =
                    table.createGenerator(SCALE, 1, 1).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entities.hasNext();
                }

                @Override
                public String next() {
                    String line = entities.next().toLine();
                    // every value is followed by a bar, and none contains one
                    return line.substring(0, line.length() - 1).replace('|', '\t');
                }
            };
        });
    }
}
