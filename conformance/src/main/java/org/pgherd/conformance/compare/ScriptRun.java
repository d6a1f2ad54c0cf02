package org.pgherd.conformance.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.script.Item;
import org.pgherd.conformance.script.PsqlScript;
import org.pgherd.conformance.script.ScriptFlow;
import org.pgherd.conformance.script.Variables;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Reply;
import org.pgherd.conformance.target.Target;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.SelectStmt;

/// Runs one script on the herd and on PostgreSQL side by side, statement by statement. Conditions (`\if`) follow
/// PostgreSQL's variables, so that both sides take the same way.
public final class ScriptRun {
    private static final Pattern READING = Pattern.compile("(?i)[\\s(]*(select|values|table|with)\\b");

    private final Target herd;
    private final Target oracle;
    private final Rules rules;
    private final Path file;
    private final FileReport report;
    private final Variables herdVariables = new Variables();
    private final Variables oracleVariables = new Variables();
    private final ScriptFlow flow = new ScriptFlow(oracleVariables);

    public ScriptRun(Target herd, Target oracle, Rules rules, Path file) {
        this.herd = herd;
        this.oracle = oracle;
        this.rules = rules;
        this.file = file;
        this.report = new FileReport(file);
    }

    /// Runs a script without comparing, for set-up. Failures on either side are errors.
    public void prepare(String script) throws IOException {
        for (Item item : PsqlScript.parse(script)) {
            if (item instanceof Item.Sql sql) {
                if (sql.side() != Item.Side.ORACLE) {
                    must("herd", sql, send(herd, herdVariables, sql));
                }
                if (sql.side() != Item.Side.HERD) {
                    must("PostgreSQL", sql, send(oracle, oracleVariables, sql));
                }
            }
        }
    }

    private static void must(String who, Item.Sql sql, Reply reply) {
        if (reply.last() instanceof Outcome.Failure failure) {
            throw new IllegalStateException("set-up failed on " + who + ", line " + sql.line() + ": " + failure.state()
                    + " " + failure.message());
        }
    }

    public FileReport compare(String script) throws IOException {
        for (Item item : PsqlScript.parse(script)) {
            switch (item) {
                case Item.Meta meta -> meta(meta);
                case Item.Sql sql -> {
                    if (runs()) {
                        statement(sql);
                    }
                }
            }
        }
        return report;
    }

    private boolean runs() {
        return flow.runs();
    }

    private void statement(Item.Sql sql) throws IOException {
        switch (sql.side()) {
            case HERD -> must("herd", sql, send(herd, herdVariables, sql));
            case ORACLE -> must("PostgreSQL", sql, send(oracle, oracleVariables, sql));
            case BOTH -> both(sql);
        }
    }

    private void both(Item.Sql sql) throws IOException {
        Rules.Action action = rules.action(file, sql.line(), sql.text());
        if (action == Rules.Action.SKIP) {
            report.count(Verdict.SKIPPED);
            return;
        }
        Reply expected = send(oracle, oracleVariables, sql);
        Reply got = send(herd, herdVariables, sql);
        if (isExplain(sql.text()) && got.last() instanceof Outcome.Rows && expected.last() instanceof Outcome.Rows) {
            // plans differ, refusals must not
            report.count(Verdict.SKIPPED);
            return;
        }
        judge(sql, action, got, expected);
        if (sql.ending().startsWith("\\gset")) {
            String prefix = sql.ending().substring("\\gset".length()).strip();
            store(herdVariables, prefix, got.last());
            store(oracleVariables, prefix, expected.last());
        } else if (sql.ending().equals("\\gexec") && expected.last() instanceof Outcome.Rows rows) {
            for (List<@Nullable String> row : rows.rows()) {
                for (String text : row) {
                    if (text != null) {
                        both(new Item.Sql(text, ";", null, Item.Side.BOTH, sql.line()));
                    }
                }
            }
        }
    }

    private static boolean isExplain(String sql) {
        return sql.toLowerCase(Locale.ROOT).startsWith("explain");
    }

    private static boolean isReading(String sql) {
        try {
            return SqlParser.parse(sql).stream()
                    .allMatch(raw -> raw.stmt() instanceof SelectStmt select && select.intoClause() == null);
        } catch (SqlException e) {
            return READING.matcher(sql).lookingAt();
        }
    }

    private void judge(Item.Sql sql, Rules.Action action, Reply got, Reply expected) {
        int count = Math.max(got.outcomes().size(), expected.outcomes().size());
        for (int i = 0; i < Math.max(count, 1); i++) {
            Outcome a = i < got.outcomes().size() ? got.outcomes().get(i) : got.last();
            Outcome b = i < expected.outcomes().size() ? expected.outcomes().get(i) : expected.last();
            Verdict verdict = loosen(action, Comparison.of(sql.text(), a, b), a, b);
            if (isReading(sql.text())) {
                report.reading(verdict);
            }
            if (verdict == Verdict.SAME) {
                report.count(verdict);
            } else {
                report.add(new Difference(sql.line(), sql.text(), verdict, a, b));
            }
        }
    }

    private static Verdict loosen(Rules.Action action, Verdict verdict, Outcome herd, Outcome oracle) {
        boolean bothSucceed = !(herd instanceof Outcome.Failure) && !(oracle instanceof Outcome.Failure);
        if (action == Rules.Action.NOCMP
                && (bothSucceed || herd instanceof Outcome.Failure == oracle instanceof Outcome.Failure)) {
            return Verdict.SAME;
        }
        boolean sameCount = herd instanceof Outcome.Rows a
                && oracle instanceof Outcome.Rows b
                && a.rows().size() == b.rows().size();
        boolean onlyRows = verdict == Verdict.ROWS || verdict == Verdict.ORDER;
        return action == Rules.Action.LOOSE && onlyRows && sameCount ? Verdict.SAME : verdict;
    }

    private Reply send(Target target, Variables variables, Item.Sql sql) throws IOException {
        String text = variables.interpolate(sql.text());
        String data = sql.data();
        return data == null ? target.run(text) : target.run(text, data.lines().toList());
    }

    private static void store(Variables variables, String prefix, Outcome outcome) {
        if (outcome instanceof Outcome.Rows rows && rows.rows().size() == 1) {
            for (int i = 0; i < rows.columns().size(); i++) {
                String value = rows.rows().getFirst().get(i);
                if (value == null) {
                    variables.unset(prefix + rows.columns().get(i));
                } else {
                    variables.set(prefix + rows.columns().get(i), value);
                }
            }
        }
    }

    /// Both sides set the same variables; the conditions are the oracle's.
    private void meta(Item.Meta meta) {
        boolean sets = meta.name().equals("set") || meta.name().equals("unset");
        if (!flow.meta(meta)) {
            report.count(Verdict.SKIPPED);
        } else if (sets && runs()) {
            new ScriptFlow(herdVariables).meta(meta);
        }
    }
}
