package org.pgherd.semantics.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Every registered function gives what PostgreSQL gives, value for value and error for error.
/// `-Dpgherd.differential.tuples=200` for more tuples per function, `-Dpgherd.differential.functions=REGEX` for
/// fewer functions.
class FunctionDifferentialTest {
    private static final int TUPLES = Integer.getInteger("pgherd.differential.tuples", 20);
    private static final Pattern FUNCTIONS = Pattern.compile(System.getProperty("pgherd.differential.functions", ".*"));
    private static final int SHOWN = Integer.getInteger("pgherd.differential.shown", 5);
    private static final int ROWS_OF_SET = 30;

    /// Their results come from the session, the clock or chance.
    private static final Set<String> UNPREDICTABLE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "clock_timestamp",
            "timeofday",
            "random",
            "random_normal",
            "setseed",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "pg_client_encoding",
            "current_user",
            "session_user",
            "current_database",
            "current_schema",
            "age/1",
            "nextval",
            "currval",
            "setval",
            "lastval",
            "pg_sleep",
            "set_config",
            "current_setting",
            "array_shuffle",
            "array_sample",
            "pg_backend_pid",
            "pg_cursor",
            "pg_prepared_statement",
            "pg_listening_channels",
            "version",
            "current_catalog",
            "getdatabaseencoding");

    private final BuiltinCatalog catalog = BuiltinCatalog.instance();
    private final FixedContext context = new FixedContext();
    private final List<String> differences = new ArrayList<>();
    private int functions;
    private int calls;

    /// A function with actual types in place of polymorphic ones.
    private record Variant(
            ScalarFunction function, ProcRow row, List<Integer> argumentOids, int resultOid, boolean spread) {}

    @Test
    void everyFunctionGivesWhatPostgresGives() throws SQLException {
        try (Oracle oracle = new Oracle()) {
            List<ScalarFunction> all =
                    new ArrayList<>(FunctionRegistry.instance().all());
            all.sort(Comparator.comparingInt(ScalarFunction::oid));
            List<String> untested = new ArrayList<>();
            for (ScalarFunction function : all) {
                ProcRow row = Objects.requireNonNull(catalog.proc(function.oid()));
                if (!FUNCTIONS.matcher(row.name()).matches()
                        || UNPREDICTABLE.contains(row.name())
                        || UNPREDICTABLE.contains(row.name() + "/" + row.argCount())) {
                    continue;
                }
                List<Variant> variants = Variants.of(function, row);
                boolean tested = false;
                for (Variant variant : variants) {
                    tested |= compare(oracle, variant);
                }
                if (tested) {
                    functions++;
                } else {
                    untested.add(row.name() + row.argTypes());
                }
            }
            System.out.println(functions + " of " + all.size() + " functions compared in " + calls
                    + " calls; without samples: " + untested.size() + " " + untested);
        }
        differences.forEach(System.out::println);
        assertThat(differences).isEmpty();
    }

    private boolean compare(Oracle oracle, Variant variant) throws SQLException {
        List<@Nullable String[]> tuples = tuples(variant);
        if (tuples.isEmpty()) {
            return false;
        }
        List<@Nullable String> expected;
        try {
            expected = oracle.probe(query(variant), tuples);
        } catch (SQLException e) {
            differences.add(describe(variant) + ": the oracle failed: " + e.getMessage());
            return true;
        }
        int shown = 0;
        int different = 0;
        for (int i = 0; i < tuples.size(); i++) {
            calls++;
            String actual = evaluate(variant, tuples.get(i));
            if (!Objects.equals(compared(variant, actual), compared(variant, expected.get(i)))) {
                different++;
                if (shown++ < SHOWN) {
                    differences.add(describe(variant) + " of " + List.of(quoted(tuples.get(i))) + "\n    PostgreSQL: "
                            + expected.get(i) + "\n    here:       " + actual);
                }
            }
        }
        if (different > SHOWN) {
            differences.add(describe(variant) + ": " + different + " of " + tuples.size() + " differ");
        }
        return true;
    }

    /// Of comparisons only the sign counts: how far memcmp is off zero depends on the processor.
    private static @Nullable String compared(Variant v, @Nullable String answer) {
        if (answer == null
                || v.resultOid != TypeOids.INT4
                || !v.row.name().endsWith("cmp")
                || answer.charAt(0) != 'V') {
            return answer;
        }
        return "V" + Integer.signum(Integer.parseInt(answer.substring(1)));
    }

    private static String quoted(@Nullable String[] tuple) {
        StringBuilder out = new StringBuilder();
        for (String s : tuple) {
            out.append(out.isEmpty() ? "" : ", ").append(s == null ? "NULL" : "'" + s + "'");
        }
        return out.toString();
    }

    private String describe(Variant v) {
        StringBuilder out = new StringBuilder(v.row.name()).append('(');
        for (int oid : v.argumentOids) {
            out.append(out.charAt(out.length() - 1) == '(' ? "" : ",").append(typeName(oid));
        }
        return out.append(") ")
                .append(v.row.source().lines().findFirst().orElse(""))
                .toString();
    }

    private String typeName(int oid) {
        return Objects.requireNonNull(catalog.type(oid)).name();
    }

    private String query(Variant v) {
        StringBuilder call = new StringBuilder("pg_catalog.\"" + v.row.name() + "\"(");
        for (int i = 0; i < v.argumentOids.size(); i++) {
            boolean last = i == v.argumentOids.size() - 1;
            call.append(i == 0 ? "" : ", ")
                    .append(last && v.row.variadicOid() != 0 && !v.spread ? "VARIADIC " : "")
                    .append("($1)[" + (i + 1) + "]::pg_catalog.\"" + typeName(v.argumentOids.get(i)) + "\"");
        }
        call.append(')');
        if (v.function.returnsSet()) {
            return "SELECT string_agg(CASE WHEN r IS NULL THEN 'NULL' ELSE '<' || format('%s', r) || '>' END, ' ') FROM (SELECT "
                    + call + " AS r LIMIT " + ROWS_OF_SET + ") s";
        }
        return "SELECT CASE WHEN r IS NULL THEN NULL ELSE format('%s', r) END FROM (SELECT " + call
                + " AS r OFFSET 0) s";
    }

    private @Nullable String evaluate(Variant v, @Nullable String[] tuple) {
        // planned away before the other arguments are read
        if (v.function.strict()
                && !v.argumentOids.contains(TypeOids.JSONPATH)
                && java.util.Arrays.asList(tuple).contains(null)) {
            return null;
        }
        try {
            @Nullable Object[] arguments = new Object[tuple.length];
            List<SqlType> types = new ArrayList<>();
            for (int i = 0; i < tuple.length; i++) {
                int oid = v.argumentOids.get(i);
                String text = tuple[i];
                arguments[i] = text == null ? null : Codecs.input(oid, -1, text, context);
                types.add(SqlType.of(oid));
            }
            if (v.spread && v.row.variadicOid() == TypeOids.ANY) {
                int fixed = v.row.argCount() - 1;
                @Nullable Object[] spread = java.util.Arrays.copyOf(arguments, fixed + 1);
                spread[fixed] = java.util.Arrays.copyOfRange(arguments, fixed, arguments.length);
                arguments = spread;
            } else if (v.row.variadicOid() == TypeOids.ANY) {
                int fixed = v.row.argCount() - 1;
                arguments[fixed] = new Object[] {arguments[fixed]};
            }
            SqlType result = SqlType.of(v.resultOid);
            CallSite site =
                    new CallSite(types, result, Collations.DEFAULT, !v.spread && v.row.variadicOid() != 0, List.of());
            if (v.function.returnsSet()) {
                return rows(v, v.function.callSet(context, site, arguments));
            }
            Object value = v.function.call(context, site, arguments);
            return value == null || v.resultOid == TypeOids.VOID
                    ? value == null ? null : "V"
                    : "V" + Codecs.output(v.resultOid, value, context);
        } catch (SqlException e) {
            return "E" + e.state().code() + " " + e.message();
        } catch (RuntimeException | Error e) {
            StackTraceElement[] trace = e.getStackTrace();
            return "threw " + e
                    + (trace.length == 0
                            ? ""
                            : " at " + trace[0] + (trace.length > 3 ? trace[1] + " " + trace[2] : ""));
        }
    }

    private @Nullable String rows(Variant v, RowIterator rows) {
        StringBuilder out = new StringBuilder();
        int n = 0;
        int columns = Math.max(1, (int)
                v.row.argModes().chars().filter(c -> c == 'o' || c == 't').count());
        while (n < ROWS_OF_SET && rows.next()) {
            out.append(n++ == 0 ? "" : " ");
            if (columns > 1) {
                out.append('<').append(record(v, rows, columns)).append('>');
                continue;
            }
            Object value = rows.get(0);
            out.append(value == null ? "NULL" : "<" + Codecs.output(v.resultOid, value, context) + ">");
        }
        rows.close();
        return n == 0 ? null : "V" + out;
    }

    private String record(Variant v, RowIterator rows, int columns) {
        int[] oids = new int[columns];
        @Nullable Object[] values = new Object[columns];
        int n = 0;
        for (int i = 0; i < v.row.argModes().length(); i++) {
            if ("ot".indexOf(v.row.argModes().charAt(i)) >= 0) {
                oids[n] = v.row.allArgTypes().get(i);
                values[n] = rows.get(n);
                n++;
            }
        }
        StringBuilder out = new StringBuilder("(");
        for (int i = 0; i < columns; i++) {
            out.append(i == 0 ? "" : ",");
            Object value = values[i];
            if (value != null) {
                org.pgherd.semantics.codec.RecordText.formatField(Codecs.output(oids[i], value, context), out);
            }
        }
        return out.append(')').toString();
    }

    /// What an input function is given; what is no value is for the tests of codecs.
    private static @Nullable List<String> inputs(Variant v) {
        List<String> values = SampleValues.of(v.resultOid);
        if (values == null || !v.row.name().endsWith("in")) {
            return null;
        }
        return values;
    }

    private List<@Nullable String[]> tuples(Variant v) {
        int n = v.argumentOids.size();
        List<List<String>> samples = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> some = v.argumentOids.get(i) == TypeOids.CSTRING
                    ? inputs(v)
                    : SampleValues.of(v.row.name(), v.row.source(), i, v.argumentOids.get(i));
            if (some == null) {
                return List.of();
            }
            samples.add(some);
        }
        List<@Nullable String[]> tuples = new ArrayList<>();
        if (n == 0) {
            tuples.add(new String[0]);
            return tuples;
        }
        Random random = new Random(v.row.oid());
        GeneratedValues generated = new GeneratedValues(random);
        Set<List<@Nullable String>> seen = new LinkedHashSet<>();
        if (n == 1) {
            samples.getFirst().forEach(one -> seen.add(List.of(one)));
            seen.add(java.util.Collections.singletonList(null));
        }
        int wanted = Math.max(TUPLES, seen.size());
        for (int attempt = 0; attempt < TUPLES * 3 && seen.size() < wanted; attempt++) {
            List<@Nullable String> tuple = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                List<String> some = samples.get(i);
                boolean special = some != SampleValues.of(v.argumentOids.get(i));
                String made =
                        special || random.nextBoolean() ? null : generated.of(v.row.name(), v.argumentOids.get(i));
                String value = made != null ? made : some.get(random.nextInt(some.size()));
                if (made == null && random.nextInt(3) == 0 && SampleValues.isComposable(some)) {
                    value += some.get(random.nextInt(some.size()));
                }
                tuple.add(random.nextInt(40) == 0 ? null : value);
            }
            seen.add(tuple);
        }
        for (List<@Nullable String> tuple : seen) {
            tuples.add(tuple.toArray(new String[0]));
        }
        return tuples;
    }

    /// Actual types for polymorphic parameters.
    private static final class Variants {
        private static final int[][] ELEMENTS = {
            {TypeOids.INT4, TypeOids.INT4_ARRAY, TypeOids.INT4RANGE, TypeOids.INT4MULTIRANGE},
            {TypeOids.TEXT, TypeOids.TEXT_ARRAY, 0, 0},
            {TypeOids.NUMERIC, TypeOids.NUMERIC_ARRAY, TypeOids.NUMRANGE, TypeOids.NUMMULTIRANGE},
            {TypeOids.DATE, TypeOids.DATE_ARRAY, TypeOids.DATERANGE, TypeOids.DATEMULTIRANGE}
        };

        static List<Variant> of(ScalarFunction function, ProcRow row) {
            boolean polymorphic = row.argTypes().stream().anyMatch(t -> isPolymorphic(t));
            List<Variant> variants = new ArrayList<>();
            for (int[] element : polymorphic ? ELEMENTS : new int[][] {ELEMENTS[0]}) {
                List<Integer> arguments = new ArrayList<>();
                for (int t : row.argTypes()) {
                    arguments.add(actual(t, element));
                }
                if (arguments.contains(0) || arguments.contains(-1)) {
                    continue;
                }
                int result = actual(row.returnType(), element);
                if (row.variadicOid() == TypeOids.ANY) {
                    arguments.removeLast();
                    List<Integer> spread = new ArrayList<>(arguments);
                    spread.addAll(List.of(TypeOids.TEXT, element[0], TypeOids.BOOL, TypeOids.NUMERIC));
                    variants.add(new Variant(function, row, spread, result, true));
                    arguments.add(element[1]);
                }
                variants.add(new Variant(function, row, arguments, result, false));
            }
            return variants;
        }

        private static boolean isPolymorphic(int t) {
            return actual(t, new int[] {-1, -1, -1, -1}) == -1;
        }

        private static int actual(int t, int[] element) {
            return switch (t) {
                case TypeOids.ANYELEMENT,
                        TypeOids.ANYNONARRAY,
                        TypeOids.ANYCOMPATIBLE,
                        TypeOids.ANYCOMPATIBLENONARRAY,
                        TypeOids.ANY -> element[0];
                case TypeOids.ANYARRAY, TypeOids.ANYCOMPATIBLEARRAY -> element[1];
                case TypeOids.ANYRANGE, TypeOids.ANYCOMPATIBLERANGE -> element[2];
                case TypeOids.ANYMULTIRANGE, TypeOids.ANYCOMPATIBLEMULTIRANGE -> element[3];
                case TypeOids.ANYENUM, TypeOids.INTERNAL -> 0;
                default -> t;
            };
        }
    }
}
