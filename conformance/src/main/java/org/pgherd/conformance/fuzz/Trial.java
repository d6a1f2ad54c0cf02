package org.pgherd.conformance.fuzz;

import java.io.IOException;
import java.util.stream.Collectors;
import org.pgherd.conformance.compare.Comparison;
import org.pgherd.conformance.compare.Verdict;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;

/// One statement on both sides. What changes rows runs in a transaction that is rolled back, and the table it changed
/// is
/// compared as well.
///
/// PostgreSQL itself is asked a second time when the answers differ, over the same rows in another physical order and
/// with
/// other methods of its planner: what depends on these has no one answer.
final class Trial {
    private static final String TIMEOUT = "57014";
    private static final String DATA_EXCEPTIONS = "22";
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
        Answer expected = answer(oracle, statement);
        if (expected.outcome() instanceof Outcome.Rows answer && answer.rows().size() == TOO_MANY) {
            return new Result(Verdict.ROWS, false, expected.outcome(), expected.outcome());
        }
        Answer got = answer(herd, statement);
        Result result = compare(statement, got, expected);
        if (result.verdict() == Verdict.SAME) {
            return result;
        }
        boolean timeout =
                expected.outcome() instanceof Outcome.Failure f && f.state().equals(TIMEOUT);
        boolean determined = !timeout
                && !byAnotherRow(result)
                && compare(statement, answer(witness, statement), expected).verdict() == Verdict.SAME;
        return new Result(result.verdict(), determined, result.herd(), result.oracle());
    }

    /// The same complaint about another value: which row is met first is the plan's choice.
    private static boolean byAnotherRow(Result result) {
        return result.verdict() == Verdict.MESSAGE
                && result.herd() instanceof Outcome.Failure got
                && result.oracle() instanceof Outcome.Failure expected
                && got.state().startsWith(DATA_EXCEPTIONS)
                && withoutValues(got.message()).equals(withoutValues(expected.message()));
    }

    private static String withoutValues(String message) {
        return message.replaceAll("\"[^\"]*\"", "");
    }

    /// @param table what the changed table held afterwards; of a query, its outcome again
    private record Answer(Outcome outcome, Outcome table) {}

    private static Answer answer(Target target, Statement statement) throws IOException {
        Relation changed = statement.target();
        if (changed == null) {
            Outcome outcome = outcome(target, statement);
            forget(target, statement);
            return new Answer(outcome, outcome);
        }
        target.run("BEGIN");
        Outcome outcome = outcome(target, statement);
        Outcome table = outcome instanceof Outcome.Failure
                ? outcome
                : target.run(content(changed)).last();
        target.run("ROLLBACK");
        forget(target, statement);
        return new Answer(outcome, table);
    }

    private static Outcome outcome(Target target, Statement statement) throws IOException {
        if (statement.parameters().isEmpty()) {
            return target.run(statement.sql()).last();
        }
        Outcome prepared = target.run(statement.prepare()).last();
        if (prepared instanceof Outcome.Failure) {
            return prepared;
        }
        return target.run(statement.execute()).last();
    }

    /// Outside of the transaction, which may have failed.
    private static void forget(Target target, Statement statement) throws IOException {
        if (!statement.parameters().isEmpty()) {
            target.run("DEALLOCATE ALL");
        }
    }

    private static String content(Relation table) {
        String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + table.name();
    }

    private static Result compare(Statement statement, Answer got, Answer expected) {
        Verdict verdict = Comparison.of(statement.sql(), got.outcome(), expected.outcome());
        if (verdict != Verdict.SAME || statement.target() == null) {
            return new Result(verdict, true, got.outcome(), expected.outcome());
        }
        return new Result(Comparison.of("", got.table(), expected.table()), true, got.table(), expected.table());
    }
}
