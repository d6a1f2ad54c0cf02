package org.pgherd.semantics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.Text;

class CollationOrderTest {
    private static String sorted(CollationOrder order) {
        List<Text> words = new ArrayList<>();
        for (String word : "b B a A ä z Ä é e E _ 1 -a ab".split(" ")) {
            words.add(Text.of(word));
        }
        words.sort(order::compare);
        return String.join(" ", words.stream().map(Text::toString).toList());
    }

    /// As `ORDER BY x COLLATE "unicode"` gave it.
    @Test
    void icuSortsAsPostgres() {
        assertThat(sorted(CollationOrder.of(Collations.UNICODE, BuiltinCatalog.instance())))
                .isEqualTo("_ -a 1 a A ä Ä ab b B e E é z");
    }

    @Test
    void cSortsByBytes() {
        assertThat(sorted(CollationOrder.of(Collations.C, BuiltinCatalog.instance())))
                .isEqualTo("-a 1 A B E _ a ab b e z Ä ä é");
    }

    @Test
    void nondeterministicCollationsMakeDifferentTextsEqual() {
        CollationRow row = new CollationRow(1, "ci", "public", 'i', false, "", "", "und-u-ks-level2");
        CollationOrder order = java.util.Objects.requireNonNull(CollationOrder.of(row));
        assertThat(order.compare(Text.of("ABC"), Text.of("abc"))).isZero();
        assertThat(order.compare(Text.of("abd"), Text.of("abc"))).isPositive();
        assertThat(order.isDeterministic()).isFalse();
    }

    @Test
    void localesOfTheCLibraryAreNotGuessed() {
        assertThat(CollationOrder.of(new CollationRow(1, "de_DE", "public", 'c', true, "de_DE.utf8", "de_DE.utf8", "")))
                .isNull();
        assertThatThrownBy(() -> CollationOrder.of(99999, BuiltinCatalog.instance()))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.state()).isEqualTo(SqlState.FEATURE_NOT_SUPPORTED));
    }
}
