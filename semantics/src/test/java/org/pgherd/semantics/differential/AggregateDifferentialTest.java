package org.pgherd.semantics.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.aggregate.AggregateFunction;
import org.pgherd.semantics.aggregate.AggregateLibrary;
import org.pgherd.semantics.aggregate.AggregateRegistry;
import org.pgherd.semantics.aggregate.GroupedAccumulator;
import org.pgherd.semantics.aggregate.PartialPlan;
import org.pgherd.semantics.catalog.AggregateRow;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Every registered aggregate over generated groups of rows, against PostgreSQL; and split in two parts that are
/// combined, against itself in one.
class AggregateDifferentialTest {
    private static final int GROUPS = Integer.getInteger("pgherd.differential.tuples", 30);
    private static final int MAX_ROWS = 6;

    private final BuiltinCatalog catalog = BuiltinCatalog.instance();
    private final FixedContext context = new FixedContext();
    private final List<String> differences = new ArrayList<>();

    /// @param kind aggkind: n, o, h
    private record Case(int oid, ProcRow row, char kind, List<Integer> arguments, int result) {}

    @Test
    void everyAggregateGivesWhatPostgresGives() throws SQLException {
        int compared = 0;
        try (Oracle oracle = new Oracle()) {
            for (AggregateFunction aggregate : AggregateLibrary.aggregates()) {
                for (int oid : aggregate.oids()) {
                    for (Case c : cases(oid)) {
                        compare(oracle, aggregate, c);
                        compared++;
                    }
                }
            }
        }
        System.out.println(compared + " aggregates compared");
        differences.forEach(System.out::println);
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private List<Case> cases(int oid) {
        ProcRow row = Objects.requireNonNull(catalog.proc(oid));
        AggregateRow aggregate = Objects.requireNonNull(catalog.aggregate(oid));
        List<Case> cases = new ArrayList<>();
        boolean polymorphic = row.argTypes().stream().anyMatch(t -> t != actual(t, 0));
        for (int variant = 0; variant < (polymorphic ? 2 : 1); variant++) {
            int v = variant;
            List<Integer> arguments =
                    row.argTypes().stream().map(t -> actual(t, v)).toList();
            if (arguments.stream().allMatch(t -> SampleValues.of(t) != null)) {
                cases.add(new Case(oid, row, aggregate.kind(), arguments, actual(row.returnType(), v)));
            }
        }
        return cases;
    }

    private static int actual(int type, int variant) {
        return switch (type) {
            case TypeOids.ANYELEMENT, TypeOids.ANYNONARRAY, TypeOids.ANY ->
                variant == 0 ? TypeOids.INT4 : TypeOids.TEXT;
            case TypeOids.ANYARRAY -> variant == 0 ? TypeOids.INT4_ARRAY : TypeOids.TEXT_ARRAY;
            case TypeOids.ANYRANGE -> variant == 0 ? TypeOids.INT4RANGE : TypeOids.NUMRANGE;
            case TypeOids.ANYMULTIRANGE -> variant == 0 ? TypeOids.INT4MULTIRANGE : TypeOids.NUMMULTIRANGE;
            default -> type;
        };
    }

    private void compare(Oracle oracle, AggregateFunction aggregate, Case c) throws SQLException {
        Random random = new Random(c.oid);
        GeneratedValues generated = new GeneratedValues(random);
        int n = c.arguments.size();
        List<@Nullable String[]> groups = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            int rows = g == 0 ? 0 : 1 + random.nextInt(MAX_ROWS);
            @Nullable String[] group = new String[Math.max(1, n) * MAX_ROWS];
            for (int a = 0; a < n; a++) {
                List<String> samples = fraction(c, a)
                        ? List.of("0", "0.25", "0.5", "1", "0.33", "1.5")
                        : c.kind == 'o' && a == 0
                                ? List.of("{0.5,0.1}", "{}", "{1}", "{0,NULL}")
                                : Objects.requireNonNull(SampleValues.of(c.arguments.get(a)));
                for (int r = 0; r < rows; r++) {
                    boolean direct = c.kind == 'o' && n > 1 && a == 0;
                    String made = c.kind == 'o' || random.nextBoolean() ? null : generated.of(c.arguments.get(a));
                    String value = made != null ? made : samples.get(random.nextInt(samples.size()));
                    group[a * MAX_ROWS + r] =
                            direct && r > 0 ? group[0] : !direct && random.nextInt(6) == 0 ? null : value;
                }
            }
            // the number of rows travels in front
            @Nullable String[] tuple = new String[group.length + 1];
            tuple[0] = Integer.toString(rows);
            System.arraycopy(group, 0, tuple, 1, group.length);
            groups.add(tuple);
        }
        // equal lengths are what the oracle's matrix needs
        List<@Nullable String> expected = oracle.probe(query(c), groups);
        int shown = 0;
        for (int g = 0; g < groups.size(); g++) {
            String actual = evaluate(aggregate, c, groups.get(g), false);
            if (!Objects.equals(actual, expected.get(g)) && shown++ < 3) {
                differences.add(c.row.name() + c.arguments + " of " + java.util.Arrays.toString(groups.get(g))
                        + "\n    PostgreSQL: " + expected.get(g) + "\n    here:       " + actual);
            }
            if (isSplittable(aggregate, c)) {
                String combined = evaluate(aggregate, c, groups.get(g), true);
                boolean bothFail =
                        combined != null && actual != null && combined.startsWith("E") && actual.startsWith("E");
                if (!Objects.equals(combined, actual) && !bothFail && shown++ < 3) {
                    differences.add(c.row.name() + c.arguments + " of " + java.util.Arrays.toString(groups.get(g))
                            + "\n    whole:    " + actual + "\n    combined: " + combined);
                }
            }
        }
    }

    private static boolean fraction(Case c, int argument) {
        return c.kind == 'o' && argument == 0 && c.arguments.size() > 1 && c.arguments.getFirst() == TypeOids.FLOAT8;
    }

    private boolean isSplittable(AggregateFunction aggregate, Case c) {
        return c.result != TypeOids.FLOAT4
                && c.result != TypeOids.FLOAT8
                && aggregate.partialPlan(site(c), c.oid) != null;
    }

    private static CallSite site(Case c) {
        return CallSite.of(
                        SqlType.of(c.result),
                        c.arguments.stream().map(SqlType::of).toArray(SqlType[]::new))
                .withInputCollation(Collations.DEFAULT);
    }

    private String query(Case c) {
        StringBuilder columns = new StringBuilder("i");
        for (int a = 0; a < c.arguments.size(); a++) {
            columns.append(", ($1)[")
                    .append(2 + a * MAX_ROWS)
                    .append(" + i]::pg_catalog.\"")
                    .append(Objects.requireNonNull(catalog.type(c.arguments.get(a)))
                            .name())
                    .append("\" AS a")
                    .append(a);
        }
        String call;
        if (c.kind == 'o') {
            int last = c.arguments.size() - 1;
            String direct = last == 0
                    ? ""
                    : "(SELECT ($1)[2]::"
                            + Objects.requireNonNull(catalog.type(c.arguments.getFirst()))
                                    .name() + ")";
            call = c.row.name() + "(" + direct + ") WITHIN GROUP (ORDER BY a" + last + ")";
        } else if (c.arguments.isEmpty()) {
            call = c.row.name() + "(*)";
        } else {
            StringBuilder names = new StringBuilder();
            for (int a = 0; a < c.arguments.size(); a++) {
                names.append(a == 0 ? "a" : ", a").append(a);
            }
            call = c.row.name() + "(" + names + " ORDER BY i)";
        }
        return "SELECT CASE WHEN r IS NULL THEN NULL ELSE format('%s', r) END FROM (SELECT " + call
                + " AS r FROM (SELECT " + columns + " FROM generate_series(0, ($1)[1]::int - 1) i) s) t";
    }

    private @Nullable String evaluate(AggregateFunction aggregate, Case c, @Nullable String[] tuple, boolean split) {
        try {
            int rows = Integer.parseInt(Objects.requireNonNull(tuple[0]));
            int n = c.arguments.size();
            List<@Nullable Object[]> values = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                @Nullable Object[] row = new Object[n];
                for (int a = 0; a < n; a++) {
                    String text = tuple[1 + a * MAX_ROWS + r];
                    row[a] = text == null ? null : Codecs.input(c.arguments.get(a), -1, text, context);
                }
                values.add(row);
            }
            if (c.kind == 'o') {
                Comparator<Object> order =
                        Orderings.boxed(new SqlType(c.arguments.getLast(), -1, Collations.C), context);
                values.sort(Comparator.comparing(row -> row[n - 1], Comparator.nullsLast(order)));
            }
            GroupedAccumulator state = aggregate.accumulator(context, site(c), c.oid);
            state.ensureGroups(2);
            if (split) {
                PartialPlan plan = Objects.requireNonNull(aggregate.partialPlan(site(c), c.oid));
                combine(state, plan, c, values.subList(0, rows / 2));
                combine(state, plan, c, values.subList(rows / 2, rows));
            } else {
                Vector[] vectors = vectors(c.arguments, values);
                for (int r = 0; r < rows; r++) {
                    state.add(1, vectors, r);
                }
            }
            VectorBuilder out = VectorBuilder.of(Carrier.of(c.result));
            state.finish(1, out);
            Object value = out.build().boxed(0);
            return value == null ? null : "V" + Codecs.output(c.result, value, context);
        } catch (SqlException e) {
            return "E" + e.state().code() + " " + e.message();
        }
    }

    /// What a shard would send for its rows.
    private void combine(GroupedAccumulator into, PartialPlan plan, Case c, List<@Nullable Object[]> rows) {
        Vector[] partials = new Vector[plan.columns().size()];
        for (int i = 0; i < partials.length; i++) {
            PartialPlan.Column column = plan.columns().get(i);
            AggregateFunction part =
                    Objects.requireNonNull(AggregateRegistry.instance().aggregate(column.aggregateOid()));
            List<Integer> types = column.arguments().stream()
                    .map(a -> a.form() == PartialPlan.Form.AS_IS ? c.arguments.get(a.index()) : TypeOids.NUMERIC)
                    .toList();
            List<@Nullable Object[]> values = new ArrayList<>();
            for (@Nullable Object[] row : rows) {
                values.add(column.arguments().stream()
                        .map(a -> form(a.form(), row[a.index()]))
                        .toArray());
            }
            CallSite site = CallSite.of(
                            column.type(), types.stream().map(SqlType::of).toArray(SqlType[]::new))
                    .withInputCollation(Collations.DEFAULT);
            GroupedAccumulator state = part.accumulator(context, site, column.aggregateOid());
            state.ensureGroups(1);
            state.addAll(0, vectors(types, values), 0, rows.size());
            VectorBuilder out = VectorBuilder.of(column.type().carrier());
            state.finish(0, out);
            partials[i] = out.build();
        }
        into.combine(1, partials, 0);
    }

    private static @Nullable Object form(PartialPlan.Form form, @Nullable Object value) {
        if (value == null || form == PartialPlan.Form.AS_IS) {
            return value;
        }
        Numeric n = value instanceof Numeric x ? x : Numeric.of(((Number) value).longValue());
        return form == PartialPlan.Form.SQUARE_AS_NUMERIC ? n.multiply(n) : n;
    }

    private static Vector[] vectors(List<Integer> types, List<@Nullable Object[]> rows) {
        Vector[] vectors = new Vector[types.size()];
        for (int a = 0; a < vectors.length; a++) {
            VectorBuilder builder = VectorBuilder.of(Carrier.of(types.get(a)));
            for (@Nullable Object[] row : rows) {
                builder.appendBoxed(row[a]);
            }
            vectors[a] = builder.build();
        }
        return vectors;
    }
}
