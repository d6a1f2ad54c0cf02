package org.pgherd.shardplanner.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A plan as one page that needs nothing else: no script, no network. The drawing, then each node's details.
final class HtmlPage {
    private static final String STYLE = """
            body { font: 14px/1.45 system-ui, sans-serif; margin: 1.5em; color: #1c2430; background: #fff; }
            h1 { font-size: 1.2em; margin: 0 0 .4em; } h2 { font-size: 1em; margin: 1.6em 0 .4em; }
            pre, code { font: 12px/1.4 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
            pre.query { background: #f4f6f9; padding: .7em; border-radius: 5px; }
            .chips span { display: inline-block; background: #eef1f5; border-radius: 9px; padding: .1em .7em; margin-right: .5em; }
            .canvas { overflow-x: auto; border: 1px solid #dde3ea; border-radius: 5px; margin-top: .6em; }
            .band { fill: none; stroke: #9db4cf; stroke-opacity: .75; } .band.time { display: none; stroke: #e0a080; }
            #by-time:checked ~ .canvas .band.time { display: inline; } #by-time:checked ~ .canvas .band.rows { display: none; }
            .box rect { fill: #f7f8fa; stroke: #7c8796; } .box text { font: 11px ui-monospace, monospace; fill: #38424f; }
            .box .name { font-weight: 700; font-size: 12px; fill: #1c2430; }
            .rung-route rect { fill: #dff3e3; stroke: #3d9455; } .rung-scatter rect { fill: #e3effb; stroke: #3a76b8; }
            .rung-split rect { fill: #fdf3d8; stroke: #b98d1f; } .rung-pull rect { fill: #fbe5dc; stroke: #bf6338; }
            .rung-shuffle rect { fill: #efe3fa; stroke: #7b4bb0; } .rung-ask rect { fill: #f9dde6; stroke: #b23a66; }
            details { border: 1px solid #dde3ea; border-radius: 5px; margin: .35em 0; padding: .3em .7em; }
            details:target { border-color: #3a76b8; box-shadow: 0 0 0 2px #cfe0f3; }
            summary { cursor: pointer; font-weight: 600; } table { border-collapse: collapse; margin: .4em 0; }
            td, th { text-align: left; vertical-align: top; padding: .15em .9em .15em 0; } th { font-weight: 500; color: #5a6675; }
            .bar { display: inline-block; height: .75em; background: #9db4cf; border-radius: 2px; } .why { color: #24532f; }
            """;

    private HtmlPage() {}

    static String of(ExplainedStatement statement) {
        PlanDrawing drawing = new PlanDrawing(statement.plan());
        StringBuilder out = new StringBuilder();
        out.append(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Plan</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Plan of a statement over the herd</h1>\n");
        if (!statement.query().isEmpty()) {
            out.append("<pre class=\"query\">")
                    .append(XmlForm.escape(statement.query().strip()))
                    .append("</pre>\n");
        }
        out.append("<p class=\"chips\">");
        statement
                .heading()
                .forEach((name, value) -> out.append("<span>")
                        .append(XmlForm.escape(name + ": " + value))
                        .append("</span>"));
        out.append("</p>\n");
        boolean measured = drawing.nodes().stream().anyMatch(node -> node.measured() != null);
        out.append("<div>Width of the bands by ")
                .append("<input type=\"radio\" name=\"by\" id=\"by-rows\" checked><label for=\"by-rows\"> rows")
                .append(measured ? "" : " (estimated)")
                .append("</label>\n");
        if (measured) {
            out.append("<input type=\"radio\" name=\"by\" id=\"by-time\"><label for=\"by-time\"> time</label>\n");
        }
        out.append("<div class=\"canvas\">\n").append(drawing.svg()).append("</div>\n</div>\n<h2>Nodes</h2>\n");
        List<ExplainNode> nodes = drawing.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            details(nodes.get(i), i + 1, out);
        }
        if (!statement.remarks().isEmpty()) {
            out.append("<h2>Remarks</h2>\n");
            table(statement.remarks(), out);
        }
        return out.append("</body>\n</html>").toString();
    }

    private static void details(ExplainNode node, int number, StringBuilder out) {
        out.append("<details id=\"node")
                .append(number)
                .append("\" open><summary>")
                .append(XmlForm.escape(number + ". " + node.title()))
                .append("</summary>\n");
        table(node.properties(), out);
        Measured m = node.measured();
        if (m != null) {
            out.append(String.format(
                    Locale.ROOT,
                    "<p>%,d rows in %,d runs, %.3f ms with its inputs (first row after %.3f ms)%s</p>%n",
                    m.rows(),
                    m.loops(),
                    m.millis(),
                    m.firstMillis(),
                    m.memory() + m.spilled() == 0
                            ? ""
                            : ", memory " + TextForm.kilobytes(m.memory()) + ", spilled "
                                    + TextForm.kilobytes(m.spilled())));
            shards(m.shards(), out);
        }
        out.append("</details>\n");
    }

    private static void shards(List<Measured.Shard> shards, StringBuilder out) {
        if (shards.isEmpty()) {
            return;
        }
        double most = shards.stream().mapToDouble(Measured.Shard::millis).max().orElse(0);
        long rows = shards.stream().mapToLong(Measured.Shard::rows).max().orElse(0);
        out.append(
                "<table><tr><th>shard</th><th>calls</th><th>rows</th><th></th><th>bytes</th><th>ms</th><th></th></tr>\n");
        for (Measured.Shard s : shards) {
            out.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%d</td><td>%,d</td><td>%,d</td><td>%s</td><td>%,d</td><td>%.3f</td><td>%s</td></tr>%n",
                    s.shard(),
                    s.calls(),
                    s.rows(),
                    bar(rows == 0 ? 0 : (double) s.rows() / rows),
                    s.bytes(),
                    s.millis(),
                    bar(most == 0 ? 0 : s.millis() / most)));
        }
        out.append("</table>\n");
    }

    private static String bar(double part) {
        return String.format(Locale.ROOT, "<span class=\"bar\" style=\"width:%.0fpx\"></span>", part * 120);
    }

    private static void table(Map<String, Object> values, StringBuilder out) {
        if (values.isEmpty()) {
            return;
        }
        out.append("<table>\n");
        values.forEach((name, value) -> {
            out.append("<tr><th>").append(XmlForm.escape(name)).append("</th><td");
            out.append(name.equals("Why") ? " class=\"why\"" : "").append("><code>");
            String text = value instanceof List<?> list
                    ? String.join(
                            name.equals("Effects") || name.equals("Lint") ? "\n" : ", ",
                            list.stream().map(String::valueOf).toList())
                    : String.valueOf(value);
            out.append(XmlForm.escape(text)).append("</code></td></tr>\n");
        });
        out.append("</table>\n");
    }
}
