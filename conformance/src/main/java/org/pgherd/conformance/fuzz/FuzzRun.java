package org.pgherd.conformance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.pgherd.conformance.compare.Rules;
import org.pgherd.conformance.compare.ScriptRun;
import org.pgherd.conformance.compare.Verdict;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;

/// Random statements on a herd and on PostgreSQL, over the schema of `fuzz/setup.sql`.
public final class FuzzRun {
    private static final String REFUSED = "0A000";
    private static final int ATTEMPTS = 1500;
    /// Others of PostgreSQL's methods than it takes by itself.
    private static final List<String> OTHER_METHODS = List.of(
            "SET enable_hashjoin = off",
            "SET enable_hashagg = off",
            "SET enable_seqscan = off",
            "SET enable_memoize = off",
            "SET enable_incremental_sort = off");

    private final Target herd;
    private final Target oracle;
    private final Target witness;
    private final Trial trial;
    /// What was reduced already, by what came of it: the second statement that is refused for the same reason is not.
    private final Set<String> reduced = new HashSet<>();

    /// @param witness a second connection to PostgreSQL
    public FuzzRun(Target herd, Target oracle, Target witness) throws IOException {
        this.herd = herd;
        this.oracle = oracle;
        this.witness = witness;
        trial = new Trial(herd, oracle, witness);
        prepare();
    }

    /// @param number of the statement within the seed
    /// @param reduced the smallest statement found that differs alike, `original` if it was not reduced
    public record Difference(
            int number, Verdict verdict, String original, String reduced, Outcome herd, Outcome oracle) {
        /// Refused, and not wrong: the herd says that it cannot.
        public boolean isRefusal() {
            return herd instanceof Outcome.Failure failure && failure.state().equals(REFUSED);
        }

        public String describe() {
            return "statement " + number + ": "
                    + new org.pgherd.conformance.compare.Difference(number, reduced + ";", verdict, herd, oracle)
                            .describe()
                    + "\n    from:       " + original;
        }
    }

    /// @param failed statements that PostgreSQL answered by an error
    /// @param undetermined statements to which PostgreSQL has more than one answer
    public record Report(int statements, int failed, int undetermined, List<Difference> differences) {
        public int refused() {
            return (int) differences.stream().filter(Difference::isRefusal).count();
        }

        /// Those that are more than a refusal.
        public int wrong() {
            return differences.size() - refused();
        }
    }

    /// @param reductions how many differences to reduce
    /// @param each called for each difference as it is found
    public Report run(long seed, int first, int count, int reductions, Consumer<Difference> each) throws IOException {
        StatementGenerator generator = new StatementGenerator(seed);
        List<Difference> differences = new ArrayList<>();
        int undetermined = 0;
        int failed = 0;
        for (int number = first; number < first + count; number++) {
            Statement statement = generator.statement(number);
            Trial.Result result = trial.run(statement);
            failed += result.oracle() instanceof Outcome.Failure ? 1 : 0;
            if (result.differs()) {
                Difference found = difference(number, statement, result, differences.size() < reductions);
                differences.add(found);
                each.accept(found);
            } else if (!result.determined()) {
                undetermined++;
            }
        }
        return new Report(count, failed, undetermined, differences);
    }

    /// The text of one statement.
    public static String text(long seed, int number) {
        return new StatementGenerator(seed).statement(number).text();
    }

    private Difference difference(int number, Statement statement, Trial.Result result, boolean reduce)
            throws IOException {
        boolean known = result.herd() instanceof Outcome.Failure failure
                && !reduced.add(result.verdict() + failure.message().replaceAll("\"[^\"]*\"", ""));
        if (!reduce || known) {
            return new Difference(
                    number, result.verdict(), statement.text(), statement.text(), result.herd(), result.oracle());
        }
        String smallest =
                new Reducer(sql -> differsAlike(statement.withSql(sql), result), ATTEMPTS).reduce(statement.sql());
        Statement reduction = statement.withSql(smallest);
        Trial.Result last = trial.run(reduction);
        return new Difference(number, last.verdict(), statement.text(), reduction.text(), last.herd(), last.oracle());
    }

    private boolean differsAlike(Statement statement, Trial.Result model) {
        try {
            Trial.Result result = trial.run(statement);
            return result.differs()
                    && result.verdict() == model.verdict()
                    && state(result.herd()).equals(state(model.herd()))
                    && state(result.oracle()).equals(state(model.oracle()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Outcome outcome) {
        return outcome instanceof Outcome.Failure failure ? failure.state() : "";
    }

    private void prepare() throws IOException {
        ScriptRun run = new ScriptRun(herd, oracle, Rules.of(null), Path.of("setup.sql"));
        run.prepare("SET statement_timeout = '20s'; SET timezone = 'America/New_York';");
        run.prepare(Schema.setup());
        // the same rows in other orders, for the witness alone
        witness.run("SET statement_timeout = '20s'");
        witness.run("SET timezone = 'America/New_York'");
        OTHER_METHODS.forEach(this::tell);
        MirroredSchema.REVERSED.statements().forEach(this::tell);
        MirroredSchema.MIRRORED.statements().forEach(this::tell);
    }

    private void tell(String sql) {
        try {
            if (witness.run(sql).last() instanceof Outcome.Failure failure) {
                throw new IllegalStateException(sql + ": " + failure.message());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
