package org.pgherd.conformance.slt;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;

/// Runs the records of one file on the herd and on PostgreSQL. PostgreSQL is the judge: a record counts as the
/// same if
/// both gave the same formatted values or both failed with the same SQLSTATE. What the file expects is only
/// counted.
public final class SltRun {
    private final Target herd;
    private final Target oracle;
    private final int every;
    private final @Nullable ShardKeyChoice shardKey;
    private int queries;

    /// @param every runs the first of so many queries (1: all); statements run always, since queries need what they do
    /// @param shardKey where new tables go; null: as the engine places them
    public SltRun(Target herd, Target oracle, int every, @Nullable ShardKeyChoice shardKey) {
        this.herd = herd;
        this.oracle = oracle;
        this.every = every;
        this.shardKey = shardKey;
    }

    public SltReport run(String name, SltFile file) throws IOException {
        SltReport report = new SltReport(name);
        for (Record record : file.records()) {
            switch (record) {
                case Record.Statement statement -> statement(statement, report);
                case Record.Query query -> {
                    if (queries++ % every == 0) {
                        query(query, file.hashThreshold(), report);
                    }
                }
            }
        }
        return report;
    }

    private void statement(Record.Statement statement, SltReport report) throws IOException {
        String sql = shardKey == null ? statement.sql() : shardKey.withoutUniqueKeys(statement.sql());
        Outcome expected = oracle.run(sql).last();
        Outcome got = herd.run(sql).last();
        String placement = shardKey == null || got instanceof Outcome.Failure ? null : shardKey.placement(sql);
        if (placement != null) {
            Outcome placed = herd.run(placement).last();
            got = placed instanceof Outcome.Failure ? placed : got;
        }
        boolean same = switch (expected) {
            case Outcome.Failure e ->
                got instanceof Outcome.Failure g && g.state().equals(e.state());
            case Outcome.Command e -> got.equals(e);
            case Outcome.Rows e -> got instanceof Outcome.Rows g && g.tag().equals(e.tag());
        };
        boolean failed = got instanceof Outcome.Failure;
        report.record(same, failed == statement.mustFail(), describe(statement.line(), sql, text(got), text(expected)));
    }

    private void query(Record.Query query, int hashThreshold, SltReport report) throws IOException {
        Outcome expected = oracle.run(query.sql()).last();
        Outcome got = herd.run(query.sql()).last();
        if (expected instanceof Outcome.Rows e && got instanceof Outcome.Rows g) {
            Record.Query judged = isOrdered(query) ? query : sorted(query);
            List<String> values = Values.lines(g, judged, 0);
            boolean same =
                    values.equals(Values.lines(e, judged, 0)) && g.columns().equals(e.columns());
            boolean hashed =
                    query.expected().size() == 1 && query.expected().getFirst().contains(" values hashing to ");
            boolean asFile = Values.lines(g, query, hashed ? 1 : hashThreshold).equals(query.expected());
            report.record(same, asFile, same ? "" : describe(query.line(), query.sql(), text(g), text(e)));
        } else {
            boolean same = expected instanceof Outcome.Failure e
                    && got instanceof Outcome.Failure g
                    && g.state().equals(e.state())
                    && g.message().equals(e.message());
            report.record(same, false, describe(query.line(), query.sql(), text(got), text(expected)));
        }
    }

    private static boolean isOrdered(Record.Query query) {
        return query.sort() != Record.Sort.NOSORT
                || query.sql().toLowerCase(Locale.ROOT).contains("order by");
    }

    /// Without ORDER BY PostgreSQL promises no order, whatever the file says.
    private static Record.Query sorted(Record.Query query) {
        return new Record.Query(query.sql(), query.types(), Record.Sort.ROWSORT, query.expected(), query.line());
    }

    private static String text(Outcome outcome) {
        String text = switch (outcome) {
            case Outcome.Failure f -> f.state() + " " + f.message();
            case Outcome.Command c -> c.tag();
            case Outcome.Rows r -> r.tag() + " " + r.columns() + " " + r.rows();
        };
        return text.length() > 400 ? text.substring(0, 400) + "..." : text;
    }

    private static String describe(int line, String sql, String got, String expected) {
        return "line " + line + ": " + sql.replaceAll("\\s+", " ") + "\n    herd:       " + got + "\n    PostgreSQL: "
                + expected;
    }
}
