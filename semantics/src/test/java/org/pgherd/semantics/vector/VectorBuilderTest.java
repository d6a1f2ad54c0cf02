package org.pgherd.semantics.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.value.Text;

class VectorBuilderTest {
    private static Object value(Carrier carrier, int i) {
        return switch (carrier) {
            case BOOLEAN -> i % 3 == 0;
            case INT -> i * 7;
            case LONG -> i * 5_000_000_000L;
            case FLOAT -> i / 4f;
            case DOUBLE -> i / 8d;
            case REF -> Text.of("v" + i);
        };
    }

    private static List<@Nullable Object> boxed(Vector vector) {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < vector.length(); i++) {
            all.add(vector.boxed(i));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void keepsValuesAndNullsThroughGrowthGatherAndSlice(Carrier carrier) {
        VectorBuilder builder = VectorBuilder.of(carrier, 4);
        List<@Nullable Object> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Object v = i % 5 == 2 || i > 60 && i < 70 ? null : value(carrier, i);
            expected.add(v);
            builder.appendBoxed(v);
        }
        Vector vector = builder.build();
        assertThat(boxed(vector)).isEqualTo(expected);
        assertThat(vector.isNull(2)).isTrue();
        assertThat(vector.isNull(3)).isFalse();

        int[] rows = {99, 2, 3, 3, 65, 0};
        assertThat(boxed(vector.gather(rows, 5)))
                .isEqualTo(Arrays.asList(expected.get(99), null, expected.get(3), expected.get(3), null));
        assertThat(boxed(vector.slice(60, 5))).isEqualTo(expected.subList(60, 65));

        VectorBuilder copy = VectorBuilder.of(carrier, 4);
        for (int i = 0; i < vector.length(); i++) {
            copy.appendFrom(vector, i);
        }
        assertThat(boxed(copy.build())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void isEmptyAndWithoutNullsAfterBuilding(Carrier carrier) {
        VectorBuilder builder = VectorBuilder.of(carrier, 1);
        builder.appendNull();
        Vector first = builder.build();
        assertThat(builder.length()).isZero();
        builder.appendBoxed(value(carrier, 3));
        Vector second = builder.build();
        assertThat(second.nulls()).isNull();
        assertThat(second.boxed(0)).isEqualTo(value(carrier, 3));
        assertThat(first.isNull(0)).isTrue();
    }
}
