package org.pgherd.semantics.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.TypeOids;

class BuiltinCatalogTest {
    private final BuiltinCatalog catalog = BuiltinCatalog.instance();

    @Test
    void holdsAllOfPostgres18() {
        assertThat(catalog.procs()).hasSize(3413);
        assertThat(catalog.operators()).hasSize(799);
        assertThat(catalog.casts()).hasSize(235);
        assertThat(catalog.types()).hasSize(621);
        assertThat(catalog.ranges()).hasSize(6);
    }

    @Test
    void readsARowOfEveryShape() {
        ProcRow lower = Objects.requireNonNull(catalog.proc(870));
        assertThat(lower.name()).isEqualTo("lower");
        assertThat(lower.strict()).isTrue();
        assertThat(lower.argTypes()).containsExactly(TypeOids.TEXT);

        ProcRow makeInterval = catalog.procsNamed("make_interval").getFirst();
        assertThat(makeInterval.defaultCount()).isEqualTo(7);
        assertThat(makeInterval.argDefaults()).containsExactly("0", "0", "0", "0", "0", "0", "0.0");
        assertThat(makeInterval.argNames()).startsWith("years", "months");

        ProcRow format = catalog.procsNamed("format").stream()
                .filter(p -> p.argCount() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(format.variadicOid()).isEqualTo(TypeOids.ANY);

        ProcRow pgOptions = catalog.procsNamed("pg_get_keywords").getFirst();
        assertThat(pgOptions.returnsSet()).isTrue();
        assertThat(pgOptions.argModes()).isEqualTo("ooooo");

        AggregateRow count = Objects.requireNonNull(catalog.aggregate(2803));
        assertThat(count.initialValue()).isEqualTo("0");
        AggregateRow max = Objects.requireNonNull(catalog.aggregate(2116));
        assertThat(max.initialValue()).isNull();
        assertThat(max.sortOperatorOid()).isEqualTo(521);

        CastRow cast = Objects.requireNonNull(catalog.cast(TypeOids.INT4, TypeOids.INT8));
        assertThat(cast.context()).isEqualTo('i');
        assertThat(cast.method()).isEqualTo('f');

        CollationRow unicode = Objects.requireNonNull(catalog.collation(Collations.UNICODE));
        assertThat(unicode.provider()).isEqualTo('i');
        assertThat(unicode.locale()).isEqualTo("und");

        SystemRelation classes = Objects.requireNonNull(catalog.relation("pg_catalog", "pg_class"));
        assertThat(classes.columns()).extracting(SystemRelation.Column::name).contains("ctid", "oid", "relname");
        assertThat(catalog.fields(classes.typeOid()).getFirst().name()).isEqualTo("oid");
    }

    /// The names that format_type() gave.
    @Test
    void namesTypesAsSqlDoes() {
        int[][] types = {
            {1700, 655366}, {1043, 14}, {1042, 9}, {1042, -1}, {18, -1}, {1114, 3}, {1184, -1}, {1186, 458751},
            {1186, 470351871}, {1560, 5}, {1562, -1}, {1007, -1}, {1231, 655366}, {19, -1}, {30, -1}, {22, -1},
            {1082, -1}, {16, -1}, {2249, -1}, {2276, -1}, {1015, 24}, {1182, -1}, {1186, -1}, {1186, 470286338}
        };
        List<String> names = new ArrayList<>();
        for (int[] type : types) {
            names.add(TypeNames.format(type[0], type[1], catalog));
        }
        assertThat(String.join("; ", names))
                .isEqualTo("numeric(10,2); character varying(10); character(5); bpchar; \"char\"; timestamp(3)"
                        + " without time zone; timestamp with time zone; interval year to month; interval "
                        + "day to second; bit(5); bit varying; integer[]; numeric(10,2)[]; name; oidvector;"
                        + " int2vector; date; boolean; record; \"any\"; character varying(20)[]; date[]; "
                        + "interval; interval day to second(2)");
    }

    @Test
    void readsTheNamesItGives() {
        for (TypeRow type : catalog.types()) {
            if (type.oid() < TypeOids.FIRST_GENERATED && type.oid() != TypeOids.BPCHAR) {
                String name = TypeNames.format(type.oid(), -1, catalog);
                assertThat(TypeNames.parse(name, catalog)).as(name).isEqualTo(type);
            }
        }
    }

    @Test
    void knowsHowTypesAreOrderedAndHashed() {
        OperatorClasses classes = catalog.operatorClasses();
        assertThat(classes.equalityOperator(TypeOids.INT4, catalog)).isEqualTo(96);
        // varchar has no class of its own but is binary-coercible to text
        assertThat(classes.equalityOperator(TypeOids.VARCHAR, catalog)).isEqualTo(98);
        assertThat(classes.orderingOperator(TypeOids.TEXT, OperatorClasses.LESS, catalog))
                .isEqualTo(664);
        assertThat(classes.equalityOperator(TypeOids.INT4_ARRAY, catalog)).isEqualTo(1070);
        assertThat(classes.equalityOperator(TypeOids.REGCLASS, catalog)).isEqualTo(607);
        assertThat(classes.equalityOperator(TypeOids.XID, catalog)).isEqualTo(352);
        assertThat(classes.orderingOperator(TypeOids.XID, OperatorClasses.LESS, catalog))
                .isZero();
        assertThat(classes.equalityOperator(TypeOids.JSON, catalog)).isZero();
        ProcRow compare = Objects.requireNonNull(catalog.proc(classes.comparisonFunction(TypeOids.NUMERIC, catalog)));
        assertThat(compare.name()).isEqualTo("numeric_cmp");
        ProcRow hash = Objects.requireNonNull(catalog.proc(classes.extendedHashFunction(TypeOids.DATE, catalog)));
        assertThat(hash.name()).isEqualTo("hashdateextended");
    }

    @Test
    void quotesIdentifiersThatNeedIt() {
        assertThat(Identifiers.quote("abc_1")).isEqualTo("abc_1");
        assertThat(Identifiers.quote("Abc")).isEqualTo("\"Abc\"");
        assertThat(Identifiers.quote("select")).isEqualTo("\"select\"");
        assertThat(Identifiers.quote("name")).isEqualTo("name");
        assertThat(Identifiers.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(Identifiers.split("\"A.b\" . C")).containsExactly("A.b", "c");
        assertThat(Identifiers.split("a..b")).isNull();
    }
}
