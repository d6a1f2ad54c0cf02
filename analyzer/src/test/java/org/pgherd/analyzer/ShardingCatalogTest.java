package org.pgherd.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.HashRange;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;

class ShardingCatalogTest {
    @Test
    void cutsTheHashSpaceWithoutGaps() {
        for (int shards = 1; shards <= 9; shards++) {
            ColocationGroup group = ColocationGroup.even(1, "g", 23, 0, shards);
            assertThat(group.ranges()).hasSize(shards);
            assertThat(group.shardOf(Long.MIN_VALUE)).isZero();
            assertThat(group.shardOf(Long.MAX_VALUE)).isEqualTo(shards - 1);
            for (HashRange range : group.ranges()) {
                assertThat(group.shardOf(range.first())).isEqualTo(range.shard());
                assertThat(group.shardOf(range.last())).isEqualTo(range.shard());
            }
        }
        assertThat(ColocationGroup.even(1, "g", 23, 0, 4).shardOf(0)).isEqualTo(2);
    }

    @Test
    void refusesGaps() {
        assertThatThrownBy(() -> new ColocationGroup(
                        1,
                        "g",
                        23,
                        0,
                        List.of(new HashRange(Long.MIN_VALUE, 0, 0), new HashRange(2, Long.MAX_VALUE, 1))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void undeclaredTablesLieOnTheCatalogShard() {
        ShardingCatalog catalog = new ShardingCatalog(1, 4, 2, Map.of(20000, new Distribution.Reference()), List.of());
        assertThat(catalog.of(20000)).isEqualTo(new Distribution.Reference());
        assertThat(catalog.of(20001)).isEqualTo(new Distribution.Single(2));
        assertThat(catalog.of(1259)).isEqualTo(new Distribution.Catalog());
    }
}
