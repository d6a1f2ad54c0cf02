package org.pgherd.gateway.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.gateway.client.WireColumn;
import org.pgherd.gateway.client.WireMessage;
import org.pgherd.gateway.client.WireResult;

class AgreementTest {
    private static WireResult rows(int type, String... values) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (String value : values) {
            rows.add(new String[] {value});
        }
        return new WireResult.Rows(List.of(new WireColumn("a", type, -1)), rows, "SELECT " + values.length);
    }

    @Test
    void ordersMatterOnlyWhereTheStatementOrders() {
        assertThat(Agreement.difference("SELECT a FROM t", rows(23, "1", "2"), rows(23, "2", "1")))
                .isEmpty();
        assertThat(Agreement.difference("SELECT a FROM t ORDER BY a", rows(23, "1", "2"), rows(23, "2", "1")))
                .hasValueSatisfying(difference -> assertThat(difference).startsWith("row 1"));
        assertThat(Agreement.difference(
                        "SELECT a FROM (SELECT a FROM t ORDER BY a)", rows(23, "1", "2"), rows(23, "2", "1")))
                .isEmpty();
    }

    @Test
    void seesTypesCountsTagsAndErrors() {
        assertThat(Agreement.difference("", rows(23, "1"), rows(20, "1"))).isPresent();
        assertThat(Agreement.difference("", rows(23, "1"), rows(23, "1", "1"))).isPresent();
        assertThat(Agreement.difference("", new WireResult.Command("INSERT 0 1"), new WireResult.Command("INSERT 0 2")))
                .isPresent();
        WireResult failed = new WireResult.Failure(new WireMessage(Map.of('S', "ERROR", 'C', "22012", 'M', "m")));
        WireResult other = new WireResult.Failure(new WireMessage(Map.of('S', "ERROR", 'C', "22003", 'M', "m")));
        assertThat(Agreement.difference("", failed, failed)).isEmpty();
        assertThat(Agreement.difference("", failed, other)).isPresent();
        assertThat(Agreement.difference("", failed, rows(23, "1"))).isPresent();
    }

    @Test
    void stripsShardingClauses() {
        assertThat(ShardingClause.strip(
                        "CREATE TABLE t (a int)\n WITH (pgherd.shard_by = 'hash(a)', pgherd.colocate_with = 'u')"))
                .isEqualTo("CREATE TABLE t (a int)");
        assertThat(ShardingClause.strip("CREATE TABLE t (a int) WITH (fillfactor = 70)"))
                .contains("fillfactor");
    }

    @Test
    void theTourHasEveryRung() throws IOException {
        List<Tour.Stop> stops = Tour.stops();
        assertThat(stops).hasSizeGreaterThanOrEqualTo(25);
        assertThat(stops).allSatisfy(stop -> assertThat(stop.title()).isNotEmpty());
    }
}
