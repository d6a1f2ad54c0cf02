package org.pgherd.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.gateway.client.WireColumn;

/// What psql 15 printed for the same results.
class TablesTest {
    private static final int TEXT = 25;
    private static final int NUMERIC = 1700;

    private static WireColumn column(String name, int type) {
        return new WireColumn(name, type, -1);
    }

    private static List<@Nullable String[]> rows(@Nullable String[]... rows) {
        return new ArrayList<>(List.of(rows));
    }

    @Test
    void alignsNumbersWideCharactersAndLines() {
        List<WireColumn> columns = List.of(
                column("x", TEXT), column("y", NUMERIC), column("z", TEXT), column("w", TEXT), column("c", TEXT));
        String table =
                AlignedTable.of(columns, rows(new @Nullable String[] {"a\nbb", "1.5", null, "漢字", "c\rd\u0001"}));
        assertThat(table).isEqualTo("""
                 x  |  y  | z |  w   |    c    \s
                ----+-----+---+------+----------
                 a +| 1.5 |   | 漢字 | c\\rd\\x01
                 bb |     |   |      |\s
                (1 row)

                """);
    }

    @Test
    void padsTheLastColumnOnlyWhereALineGoesOn() {
        String table = AlignedTable.of(
                List.of(column("n", NUMERIC), column("long name", TEXT)), rows(new String[] {"1", "a\n\nb"}));
        assertThat(table).isEqualTo("""
                 n | long name\s
                ---+-----------
                 1 | a        +
                   |          +
                   | b
                (1 row)

                """);
    }

    @Test
    void countsRowsWithoutColumns() {
        assertThat(AlignedTable.of(List.of(), rows(new String[0], new String[0])))
                .isEqualTo("--\n(2 rows)\n\n");
        assertThat(AlignedTable.of(List.of(column("a", NUMERIC)), rows())).isEqualTo(" a \n---\n(0 rows)\n\n");
    }

    @Test
    void expands() {
        List<WireColumn> columns = List.of(column("abcdefghij", TEXT), column("v", TEXT));
        assertThat(ExpandedTable.of(columns, rows(new @Nullable String[] {"x\ny", null})))
                .isEqualTo("""
                -[ RECORD 1 ]-
                abcdefghij | x+
                           | y
                v          |\s

                """);
        assertThat(ExpandedTable.of(columns, rows())).isEqualTo("(0 rows)\n\n");
    }
}
