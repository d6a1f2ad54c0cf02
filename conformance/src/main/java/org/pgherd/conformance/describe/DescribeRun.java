package org.pgherd.conformance.describe;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.script.Item;
import org.pgherd.conformance.script.PsqlScript;
import org.pgherd.conformance.script.ScriptFlow;
import org.pgherd.conformance.script.Variables;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.client.WireResult;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.lexer.LexicalSettings;

/// Goes through one script on plain PostgreSQL and describes each statement on both sides before it runs. Query
/// strings of several statements run without being described, and so does what a failed transaction block ignores.
public final class DescribeRun {
    private final Oracle oracle;
    private final AnalyzerSide analyzer;
    private final DescribeReport report;
    private final Variables variables = new Variables();
    private final ScriptFlow flow = new ScriptFlow(variables);

    public DescribeRun(WireClient client, String name) {
        this.oracle = new Oracle(client);
        this.analyzer = new AnalyzerSide(oracle);
        this.report = new DescribeReport(name);
    }

    /// Runs a script without describing, for set-up.
    public void prepare(String script) throws IOException {
        for (Item item : PsqlScript.parse(script)) {
            if (item instanceof Item.Sql sql) {
                for (WireResult result : send(variables.interpolate(sql.text()), sql.data())) {
                    if (result instanceof WireResult.Failure failure) {
                        throw new IllegalStateException("set-up failed, line " + sql.line() + ": " + failure.error());
                    }
                }
            }
        }
    }

    public DescribeReport run(String script) throws IOException {
        for (Item item : PsqlScript.parse(script)) {
            switch (item) {
                case Item.Meta meta -> flow.meta(meta);
                case Item.Sql sql -> {
                    if (flow.runs() && sql.side() != Item.Side.HERD) {
                        statement(sql);
                    }
                }
            }
        }
        return report;
    }

    private void statement(Item.Sql sql) throws IOException {
        String text = variables.interpolate(sql.text());
        if (!oracle.isFailed() && isOne(text, analyzer.lexical())) {
            Description ours = analyzer.describe(text);
            Description expected = Description.of(oracle.client().describe(text));
            report.add(sql.line(), text, ours, expected);
            if (expected.failure() != null) {
                return;
            }
        }
        List<WireResult> results = send(text, sql.data());
        WireResult last = results.isEmpty() ? new WireResult.Empty() : results.getLast();
        if (sql.ending().startsWith("\\gset")) {
            store(sql.ending().substring("\\gset".length()).strip(), last);
        } else if (sql.ending().equals("\\gexec") && last instanceof WireResult.Rows rows) {
            for (@Nullable String[] row : rows.rows()) {
                for (String made : row) {
                    if (made != null) {
                        statement(new Item.Sql(made, ";", null, Item.Side.BOTH, sql.line()));
                    }
                }
            }
        }
    }

    private static boolean isOne(String text, LexicalSettings lexical) {
        try {
            return SqlParser.parse(text, lexical, _ -> {}).size() == 1;
        } catch (RuntimeException | StackOverflowError _) {
            return true;
        }
    }

    private List<WireResult> send(String sql, @Nullable String data) throws IOException {
        List<WireResult> results = oracle.client()
                .query(sql, data == null ? List.of() : data.lines().toList());
        for (WireResult result : results) {
            analyzer.ran(sql, tag(result));
        }
        return results;
    }

    private static String tag(WireResult result) {
        return switch (result) {
            case WireResult.Command command -> command.tag();
            case WireResult.Rows rows -> rows.tag();
            case WireResult.CopyOut copy -> copy.tag();
            case WireResult.Empty _ -> "SELECT";
            case WireResult.Failure _ -> "ROLLBACK";
        };
    }

    private void store(String prefix, WireResult result) {
        if (result instanceof WireResult.Rows rows && rows.rows().size() == 1) {
            for (int i = 0; i < rows.columns().size(); i++) {
                String name = prefix + rows.columns().get(i).name();
                String value = rows.rows().getFirst()[i];
                if (value == null) {
                    variables.unset(name);
                } else {
                    variables.set(name, value);
                }
            }
        }
    }
}
