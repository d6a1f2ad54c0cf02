package org.pgherd.semantics.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.Uuid;

/// Values as PostgreSQL 18's functions gave them under the partition seed.
class ShardingHashTest {
    @Test
    void isTheExtendedHashUnderThePartitionSeed() {
        assertThat(ShardingHash.SEED).isEqualTo(8816678312871386365L);
        assertThat(ShardingHash.of(TypeOids.INT4, 42)).isEqualTo(7363975540656877951L);
        assertThat(ShardingHash.of(TypeOids.INT8, 42L)).isEqualTo(7363975540656877951L);
        assertThat(ShardingHash.of(TypeOids.TEXT, Text.of("Hänsel"))).isEqualTo(7571645310864797977L);
        assertThat(ShardingHash.ofLong(TypeOids.INT8, -5_000_000_000L)).isEqualTo(-4482100988868492312L);
        assertThat(ShardingHash.of(TypeOids.NUMERIC, Numeric.parse("12.50"))).isEqualTo(-7880450537691530978L);
        assertThat(ShardingHash.of(TypeOids.UUID, new Uuid(0xa0eebc999c0b4ef8L, 0xbb6d6bb9bd380a11L)))
                .isEqualTo(424513190990560493L);
        assertThat(ShardingHash.ofText(TypeOids.BPCHAR, Text.of("ab  "))).isEqualTo(596009030900183869L);
        assertThat(ShardingHash.of(TypeOids.INT4, null)).isZero();
    }

    @Test
    void knowsTheFunctionThatServersWouldCall() {
        assertThat(ShardingHash.sqlFunction(TypeOids.INT4)).isEqualTo("pg_catalog.hashint4extended");
        assertThat(ShardingHash.sqlFunction(TypeOids.VARCHAR)).isEqualTo("pg_catalog.hashtextextended");
        assertThat(ShardingHash.sqlFunction(TypeOids.DATE)).isEqualTo("pg_catalog.hashdateextended");
        assertThat(ShardingHash.supports(TypeOids.TIMESTAMPTZ)).isTrue();
        assertThat(ShardingHash.supports(TypeOids.JSON)).isFalse();
        assertThat(ShardingHash.supports(TypeOids.POINT)).isFalse();
        assertThat(ShardingHash.supports(TypeOids.OIDVECTOR)).isTrue();
    }
}
