package org.pgherd.semantics.catalog;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/// Turns each resource file into rows; the order of fields is that of the exporter.
final class CatalogFiles {
    private CatalogFiles() {}

    static List<TypeRow> types() {
        List<TypeRow> rows = new ArrayList<>(700);
        for (TsvReader in = new TsvReader("pg_type"); in.hasNext(); ) {
            rows.add(new TypeRow(
                    in.integer(),
                    in.text(),
                    in.text(),
                    in.integer(),
                    in.bool(),
                    in.character(),
                    in.character(),
                    in.bool(),
                    in.bool(),
                    in.character(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.character(),
                    in.character(),
                    in.bool(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer()));
        }
        return rows;
    }

    static List<ProcRow> procs() {
        List<ProcRow> rows = new ArrayList<>(3500);
        for (TsvReader in = new TsvReader("pg_proc"); in.hasNext(); ) {
            rows.add(new ProcRow(
                    in.integer(),
                    in.text(),
                    in.text(),
                    in.character(),
                    in.text().intern(),
                    in.bool(),
                    in.bool(),
                    in.character(),
                    in.character(),
                    in.bool(),
                    in.bool(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.number(),
                    in.number(),
                    in.integer(),
                    in.integers(),
                    in.integers(),
                    in.text(),
                    in.texts(','),
                    in.texts('\u001f'),
                    in.text()));
        }
        return rows;
    }

    static List<OperatorRow> operators() {
        List<OperatorRow> rows = new ArrayList<>(900);
        for (TsvReader in = new TsvReader("pg_operator"); in.hasNext(); ) {
            rows.add(new OperatorRow(
                    in.integer(),
                    in.text(),
                    in.text(),
                    in.character(),
                    in.bool(),
                    in.bool(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer()));
        }
        return rows;
    }

    static List<CastRow> casts() {
        List<CastRow> rows = new ArrayList<>(250);
        for (TsvReader in = new TsvReader("pg_cast"); in.hasNext(); ) {
            rows.add(new CastRow(
                    in.integer(), in.integer(), in.integer(), in.integer(), in.character(), in.character()));
        }
        return rows;
    }

    static List<AggregateRow> aggregates() {
        List<AggregateRow> rows = new ArrayList<>(170);
        for (TsvReader in = new TsvReader("pg_aggregate"); in.hasNext(); ) {
            rows.add(new AggregateRow(
                    in.integer(),
                    in.character(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.character(),
                    in.nullableText()));
        }
        return rows;
    }

    static List<CollationRow> collations() {
        List<CollationRow> rows = new ArrayList<>(8);
        for (TsvReader in = new TsvReader("pg_collation"); in.hasNext(); ) {
            rows.add(new CollationRow(
                    in.integer(), in.text(), "pg_catalog", in.character(), in.bool(), in.text(), in.text(), in.text()));
        }
        return rows;
    }

    static List<OpclassRow> opclasses() {
        List<OpclassRow> rows = new ArrayList<>(200);
        for (TsvReader in = new TsvReader("pg_opclass"); in.hasNext(); ) {
            rows.add(new OpclassRow(
                    in.integer(), in.text(), in.text(), in.integer(), in.integer(), in.bool(), in.integer()));
        }
        return rows;
    }

    static List<AmopRow> amops() {
        List<AmopRow> rows = new ArrayList<>(1000);
        for (TsvReader in = new TsvReader("pg_amop"); in.hasNext(); ) {
            rows.add(new AmopRow(
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.character(),
                    in.integer(),
                    in.text().intern(),
                    in.integer()));
        }
        return rows;
    }

    static List<AmprocRow> amprocs() {
        List<AmprocRow> rows = new ArrayList<>(700);
        for (TsvReader in = new TsvReader("pg_amproc"); in.hasNext(); ) {
            rows.add(new AmprocRow(in.integer(), in.integer(), in.integer(), in.integer(), in.integer()));
        }
        return rows;
    }

    static List<RangeRow> ranges() {
        List<RangeRow> rows = new ArrayList<>(6);
        for (TsvReader in = new TsvReader("pg_range"); in.hasNext(); ) {
            rows.add(new RangeRow(
                    in.integer(), in.integer(), in.integer(), in.integer(), in.integer(), in.integer(), in.integer()));
        }
        return rows;
    }

    static List<LanguageRow> languages() {
        List<LanguageRow> rows = new ArrayList<>(4);
        for (TsvReader in = new TsvReader("pg_language"); in.hasNext(); ) {
            rows.add(new LanguageRow(in.integer(), in.text(), in.bool()));
        }
        return rows;
    }

    static Int2ObjectOpenHashMap<String> namespaces() {
        Int2ObjectOpenHashMap<String> names = new Int2ObjectOpenHashMap<>();
        for (TsvReader in = new TsvReader("pg_namespace"); in.hasNext(); ) {
            names.put(in.integer(), in.text());
        }
        return names;
    }

    static List<SystemRelation> relations() {
        Int2ObjectOpenHashMap<List<SystemRelation.Column>> columns = new Int2ObjectOpenHashMap<>();
        for (TsvReader in = new TsvReader("pg_attribute"); in.hasNext(); ) {
            columns.computeIfAbsent(in.integer(), r -> new ArrayList<>(16))
                    .add(new SystemRelation.Column(
                            in.integer(),
                            in.text(),
                            in.integer(),
                            in.integer(),
                            in.integer(),
                            in.bool(),
                            in.integer()));
        }
        List<SystemRelation> rows = new ArrayList<>(260);
        for (TsvReader in = new TsvReader("pg_class"); in.hasNext(); ) {
            int oid = in.integer();
            rows.add(new SystemRelation(
                    oid,
                    in.text(),
                    in.text(),
                    in.character(),
                    in.integer(),
                    List.copyOf(columns.getOrDefault(oid, List.of()))));
        }
        return rows;
    }
}
