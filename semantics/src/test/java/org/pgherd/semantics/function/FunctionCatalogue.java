package org.pgherd.semantics.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pgherd.semantics.aggregate.AggregateRegistry;
import org.pgherd.semantics.catalog.AggregateRow;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.TypeOids;

/// Writes docs/functions.md: what becomes of every row of PostgreSQL's pg_proc, and how much of each section of the
/// manual's chapter on functions and operators is computed here.
final class FunctionCatalogue {
    /// What becomes of a call.
    enum State {
        NATIVE("a Java method computes it"),
        SQL("its body is SQL, and is planned as such"),
        ASKED("a shard is asked for its values, batch by batch"),
        REFUSED("refused over rows that the coordinator holds: a set that only a server can produce"),
        INTERNAL("SQL cannot call it: handlers, triggers, and arguments of type internal");

        final String meaning;

        State(String meaning) {
            this.meaning = meaning;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param types those between which its operators count; empty for any
    private record Chapter(
            String number, String title, Set<String> functions, Set<String> operators, Set<String> types) {}

    private static final Set<Integer> UNCALLABLE = Set.of(
            TypeOids.INTERNAL,
            TypeOids.TRIGGER,
            TypeOids.EVENT_TRIGGER,
            TypeOids.LANGUAGE_HANDLER,
            TypeOids.FDW_HANDLER,
            TypeOids.TABLE_AM_HANDLER,
            TypeOids.INDEX_AM_HANDLER,
            TypeOids.TSM_HANDLER);

    private final BuiltinCatalog catalog = BuiltinCatalog.instance();

    State state(ProcRow row) {
        if (row.isAggregate()) {
            // the planner turns a hypothetical row's place into counts
            AggregateRow aggregate = catalog.aggregate(row.oid());
            if (aggregate != null && aggregate.kind() == 'h') {
                return State.NATIVE;
            }
            return AggregateRegistry.instance().aggregate(row.oid()) != null ? State.NATIVE : State.ASKED;
        }
        // window functions are operators of the executor
        if (row.isWindow() || FunctionRegistry.instance().function(row.oid()) != null) {
            return State.NATIVE;
        }
        if (UNCALLABLE.contains(row.returnType()) || row.argTypes().stream().anyMatch(UNCALLABLE::contains)) {
            return State.INTERNAL;
        }
        if (row.language().equals("sql")) {
            return State.SQL;
        }
        return row.returnsSet() ? State.REFUSED : State.ASKED;
    }

    private static List<Chapter> chapters() {
        try (InputStream in = FunctionCatalogue.class.getResourceAsStream("chapters.tsv")) {
            List<Chapter> chapters = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] fields = (line + "\t\t\t").split("\t", -1);
                chapters.add(new Chapter(fields[0], fields[1], words(fields[2]), words(fields[3]), words(fields[4])));
            }
            return chapters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String field) {
        return field.isBlank() ? Set.of() : Set.of(field.strip().split(" "));
    }

    private String typeName(int oid) {
        TypeRow type = catalog.type(oid);
        return type == null ? "" : type.name();
    }

    /// The functions of a section: those it names, and those behind its operators.
    private Set<Integer> functions(Chapter chapter) {
        Set<Integer> oids = new TreeSet<>();
        for (ProcRow row : catalog.procs()) {
            boolean named = chapter.functions.contains(row.name())
                    || chapter.functions.contains("*aggregates") && row.isAggregate();
            if (named && row.schema().equals("pg_catalog") && state(row) != State.INTERNAL && fits(chapter, row)) {
                oids.add(row.oid());
            }
        }
        for (OperatorRow operator : catalog.operators()) {
            boolean between = chapter.types.isEmpty()
                    || chapter.types.contains(typeName(operator.left()))
                    || chapter.types.contains(typeName(operator.right()));
            if (chapter.operators.contains(operator.name()) && between && operator.functionOid() != 0) {
                oids.add(operator.functionOid());
            }
        }
        return oids;
    }

    /// Names such as length serve several sections; a section with types takes those of its types.
    private boolean fits(Chapter chapter, ProcRow row) {
        if (chapter.types.isEmpty() || row.argTypes().isEmpty()) {
            return true;
        }
        boolean shared = false;
        for (Chapter other : chapters()) {
            shared |= other != chapter && !other.number.equals(chapter.number) && other.functions.contains(row.name());
        }
        return !shared || row.argTypes().stream().anyMatch(t -> chapter.types.contains(typeName(t)));
    }

    String write() {
        StringBuilder out = new StringBuilder();
        out.append(
                "# Functions\n\nWritten by `FunctionCatalogueTest`; run it with `-Drewrite=true` after adding functions.\n\n");
        counts(out);
        sections(out);
        rows(out);
        return out.toString();
    }

    private void counts(StringBuilder out) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (ProcRow row : catalog.procs()) {
            counts.merge(state(row), 1, Integer::sum);
        }
        out.append("Of the ").append(catalog.procs().size()).append(" rows of PostgreSQL 18's pg_proc:\n\n");
        out.append("| state | rows | meaning |\n| --- | ---: | --- |\n");
        for (State state : State.values()) {
            out.append("| ")
                    .append(state.label())
                    .append(" | ")
                    .append(counts.getOrDefault(state, 0))
                    .append(" | ")
                    .append(state.meaning)
                    .append(" |\n");
        }
    }

    private void sections(StringBuilder out) {
        out.append("\n## By section of the manual\n\nThe functions behind each section's names and operators.\n\n");
        out.append("| section | | functions | native or SQL | % |\n| --- | --- | ---: | ---: | ---: |\n");
        int all = 0;
        int here = 0;
        for (Chapter chapter : chapters()) {
            Set<Integer> oids = functions(chapter);
            int computed = 0;
            for (int oid : oids) {
                ProcRow row = catalog.proc(oid);
                computed += row != null && (state(row) == State.NATIVE || state(row) == State.SQL) ? 1 : 0;
            }
            all += oids.size();
            here += computed;
            line(out, chapter.number, chapter.title, oids.size(), computed);
        }
        line(out, "", "all", all, here);
    }

    private static void line(StringBuilder out, String number, String title, int functions, int computed) {
        out.append("| ")
                .append(number)
                .append(" | ")
                .append(title)
                .append(" | ")
                .append(functions)
                .append(" | ")
                .append(computed)
                .append(" | ")
                .append(functions == 0 ? "" : String.valueOf(Math.floorDiv(100 * computed, functions)))
                .append(" |\n");
    }

    private void rows(StringBuilder out) {
        for (State state : State.values()) {
            Map<String, List<ProcRow>> byName = new TreeMap<>();
            for (ProcRow row : catalog.procs()) {
                if (state(row) == state) {
                    byName.computeIfAbsent(row.name(), n -> new ArrayList<>()).add(row);
                }
            }
            out.append("\n## ").append(state.label()).append("\n\n");
            byName.forEach((name, rows) -> {
                rows.sort(Comparator.comparingInt(ProcRow::oid));
                out.append("- ").append(name);
                for (ProcRow row : rows) {
                    List<String> types =
                            row.argTypes().stream().map(this::typeName).toList();
                    out.append(" (").append(String.join(", ", types)).append(')');
                }
                out.append('\n');
            });
        }
    }
}
