package org.pgherd.conformance.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgherd.conformance.compare.Comparison;
import org.pgherd.conformance.compare.Verdict;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;

/// One statement on both sides. What changes rows runs in a transaction that is rolled back, and the table it changed
/// is compared as well.
///
/// PostgreSQL itself is asked again when the answers differ, over the same rows in other physical orders and with other
/// methods of its planner: what depends on these has no one answer. Which values are met at all, and which of equal
/// ones is shown, depends on the order of rows and of joins.
final class Trial {
    /// It took too long, or PostgreSQL met a fault of its own.
    private static final Set<String> NO_ANSWERS = Set.of("57014", "XX000");

    private static final String DATA_EXCEPTIONS = "22";
    private static final String DISSIMILAR = "42804";
    /// Orders of rows and ways to plan of PostgreSQL, one after the other.
    private static final List<List<String>> MORE_METHODS = List.of(
            List.of("SET LOCAL " + MirroredSchema.REVERSED.searchPath()),
            List.of("SET LOCAL enable_hashjoin = on", "SET LOCAL enable_hashagg = on", "SET LOCAL enable_seqscan = on"),
            List.of("SET LOCAL enable_hashjoin = on", "SET LOCAL enable_nestloop = off"),
            List.of("SET LOCAL enable_hashagg = on", "SET LOCAL enable_sort = off"),
            List.of("SET LOCAL enable_mergejoin = off", "SET LOCAL enable_material = off"),
            List.of("SET LOCAL join_collapse_limit = 1", "SET LOCAL from_collapse_limit = 1"),
            List.of(
                    "SET LOCAL join_collapse_limit = 1",
                    "SET LOCAL from_collapse_limit = 1",
                    "SET LOCAL enable_hashjoin = on",
                    "SET LOCAL enable_nestloop = off"));
    /// Answers of this many rows are not compared.
    private static final int TOO_MANY = 200_000;

    private final Target herd;
    private final Target oracle;
    private final Target witness;

    Trial(Target herd, Target oracle, Target witness) {
        this.herd = herd;
        this.oracle = oracle;
        this.witness = witness;
        herd.keepAtMost(TOO_MANY);
        oracle.keepAtMost(TOO_MANY);
        witness.keepAtMost(TOO_MANY);
    }

    /// @param determined false if PostgreSQL has more than one answer, or none in time
    record Result(Verdict verdict, boolean determined, Outcome herd, Outcome oracle) {
        boolean differs() {
            return determined && verdict != Verdict.SAME;
        }
    }

    Result run(Statement statement) throws IOException {
        Answer expected = answer(oracle, statement, List.of());
        for (Outcome outcome : expected.outcomes()) {
            if (outcome instanceof Outcome.Rows answer && answer.rows().size() == TOO_MANY) {
                return new Result(Verdict.ROWS, false, outcome, outcome);
            }
        }
        Answer got = answer(herd, statement, List.of());
        Result result = compare(statement, got, expected);
        if (result.verdict() == Verdict.SAME) {
            return result;
        }
        boolean none = result.oracle() instanceof Outcome.Failure f && NO_ANSWERS.contains(f.state());
        boolean determined = !none
                && !byAnotherRow(result)
                && compare(statement, answer(witness, statement, List.of()), expected)
                                .verdict()
                        == Verdict.SAME
                && !variesByPlan(statement, expected);
        return new Result(result.verdict(), determined, result.herd(), result.oracle());
    }

    private boolean variesByPlan(Statement statement, Answer expected) throws IOException {
        for (List<String> methods : MORE_METHODS) {
            Answer other = answer(witness, statement, methods);
            if (compare(statement, other, expected).verdict() != Verdict.SAME) {
                return true;
            }
        }
        return false;
    }

    /// The same complaint about another value: which row is met first is the plan's choice.
    private static boolean byAnotherRow(Result result) {
        return result.verdict() == Verdict.MESSAGE
                && result.herd() instanceof Outcome.Failure got
                && result.oracle() instanceof Outcome.Failure expected
                && (got.state().startsWith(DATA_EXCEPTIONS)
                                && withoutValues(got.message()).equals(withoutValues(expected.message()))
                        || got.state().equals(DISSIMILAR) && words(got).equals(words(expected)));
    }

    /// Which side of an equality is the left one is the plan's choice too.
    private static List<String> words(Outcome.Failure failure) {
        return Arrays.stream(failure.message().split(" ")).sorted().toList();
    }

    private static String withoutValues(String message) {
        return message.replaceAll("\"[^\"]*\"", "");
    }

    /// @param outcomes of each step, or up to the first that failed
    /// @param tables what the changed tables held afterwards
    private record Answer(List<Outcome> outcomes, List<Outcome> tables) {}

    /// @param methods settings for the statement alone
    private static Answer answer(Target target, Statement statement, List<String> methods) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        List<Outcome> tables = new ArrayList<>();
        boolean transaction = statement.inTransaction() || !methods.isEmpty();
        if (transaction) {
            target.run("BEGIN");
        }
        for (String method : methods) {
            target.run(method);
        }
        boolean failed = false;
        for (String step : statement.steps()) {
            Outcome outcome = target.run(step).last();
            outcomes.add(outcome);
            failed = outcome instanceof Outcome.Failure;
            if (failed) {
                break;
            }
        }
        for (Relation changed : statement.targets()) {
            if (!failed) {
                tables.add(target.run(content(changed)).last());
            }
        }
        if (transaction) {
            target.run("ROLLBACK");
        }
        if (!statement.parameters().isEmpty()) {
            target.run("DEALLOCATE ALL");
        }
        return new Answer(outcomes, tables);
    }

    private static String content(Relation table) {
        String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + table.name();
    }

    /// The first outcomes that differ, else the last.
    private static Result compare(Statement statement, Answer got, Answer expected) {
        Result result = null;
        for (int i = 0; i < Math.min(got.outcomes().size(), expected.outcomes().size()); i++) {
            result = compare(
                    statement.sql(), got.outcomes().get(i), expected.outcomes().get(i));
            if (result.verdict() != Verdict.SAME) {
                return result;
            }
        }
        for (int i = 0; i < expected.tables().size(); i++) {
            Result table = compare("", got.tables().get(i), expected.tables().get(i));
            if (table.verdict() != Verdict.SAME) {
                return table;
            }
        }
        return Objects.requireNonNull(result);
    }

    private static Result compare(String sql, Outcome got, Outcome expected) {
        return new Result(Comparison.of(sql, got, expected), true, got, expected);
    }
}
