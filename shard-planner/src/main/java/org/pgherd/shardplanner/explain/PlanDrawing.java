package org.pgherd.shardplanner.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A plan as a drawing: the result at the left, what is read at the right, rows flowing from right to left. The band
/// between two nodes is as wide as the logarithm of the rows (or of the time) that it stands for.
final class PlanDrawing {
    private static final int BOX_WIDTH = 230;
    private static final int BOX_HEIGHT = 58;
    private static final int GAP_X = 70;
    private static final int GAP_Y = 22;
    private static final int MARGIN = 12;
    private static final int LETTERS = 32;

    /// A node with its place.
    record Placed(ExplainNode node, int number, int depth, double y, List<Placed> inputs) {}

    private final List<Placed> all = new ArrayList<>();
    private double nextLeaf = MARGIN;
    private int deepest;

    PlanDrawing(ExplainNode root) {
        place(root, 0);
    }

    /// In the order in which the text lists them.
    List<ExplainNode> nodes() {
        return all.stream()
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .map(Placed::node)
                .toList();
    }

    private int numbers;

    private Placed place(ExplainNode node, int depth) {
        int number = ++numbers;
        deepest = Math.max(deepest, depth);
        List<Placed> inputs = new ArrayList<>();
        for (ExplainNode child : node.children()) {
            inputs.add(place(child, depth + 1));
        }
        double y;
        if (inputs.isEmpty()) {
            y = nextLeaf;
            nextLeaf += BOX_HEIGHT + GAP_Y;
        } else {
            y = (inputs.getFirst().y() + inputs.getLast().y()) / 2;
        }
        Placed placed = new Placed(node, number, depth, y, inputs);
        all.add(placed);
        return placed;
    }

    String svg() {
        int width = 2 * MARGIN + (deepest + 1) * BOX_WIDTH + deepest * GAP_X;
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"drawing\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" width=\"%d\""
                        + " height=\"%.0f\" role=\"img\" aria-label=\"plan\">%n",
                width,
                nextLeaf,
                width,
                nextLeaf));
        for (Placed placed : all) {
            for (Placed input : placed.inputs()) {
                band(placed, input, "rows", rows(input.node()), out);
                band(placed, input, "time", millis(input.node()) * 1000, out);
            }
        }
        all.forEach(placed -> box(placed, out));
        return out.append("</svg>\n").toString();
    }

    private static void band(Placed to, Placed from, String by, double amount, StringBuilder out) {
        double x1 = x(to) + BOX_WIDTH;
        double x2 = x(from);
        double middle = (x1 + x2) / 2;
        double y1 = to.y() + BOX_HEIGHT / 2.0;
        double y2 = from.y() + BOX_HEIGHT / 2.0;
        out.append(String.format(
                Locale.ROOT,
                "<path class=\"band %s\" d=\"M%.0f %.0f C%.0f %.0f %.0f %.0f %.0f %.0f\" stroke-width=\"%.1f\"/>%n",
                by,
                x2,
                y2,
                middle,
                y2,
                middle,
                y1,
                x1,
                y1,
                1 + 3.5 * Math.log10(1 + amount)));
    }

    private static double x(Placed placed) {
        return MARGIN + placed.depth() * (double) (BOX_WIDTH + GAP_X);
    }

    private static void box(Placed placed, StringBuilder out) {
        ExplainNode node = placed.node();
        String type = name(node);
        out.append(String.format(
                Locale.ROOT,
                "<a href=\"#node%d\"><g class=\"box %s\" transform=\"translate(%.0f %.0f)\">"
                        + "<title>%s</title><rect width=\"%d\" height=\"%d\" rx=\"5\"/>"
                        + "<text class=\"name\" x=\"10\" y=\"18\">%s</text>"
                        + "<text x=\"10\" y=\"34\">%s</text><text x=\"10\" y=\"49\">%s</text></g></a>%n",
                placed.number(),
                kind(node),
                x(placed),
                placed.y(),
                XmlForm.escape(node.title()),
                BOX_WIDTH,
                BOX_HEIGHT,
                XmlForm.escape(cut(type)),
                XmlForm.escape(cut(subject(node))),
                XmlForm.escape(cut(figures(node)))));
    }

    private static String name(ExplainNode node) {
        Map<String, Object> heading = node.heading();
        Object type = heading.getOrDefault("Node Type", node.title());
        Object routing = heading.get("Routing");
        Object join = heading.get("Join Type");
        return type + (routing == null ? "" : " [" + routing + "]") + (join == null ? "" : " (" + join + ")");
    }

    /// What the node is about, in a few letters.
    private static String subject(ExplainNode node) {
        Object shards = node.heading().get("Shards");
        if (shards != null) {
            return "shards: " + shards + "  rung: " + node.heading().get("Rung");
        }
        for (String property :
                List.of("Hash Cond", "Join Filter", "Group Key", "Sort Key", "Filter", "Calls", "Output")) {
            Object value = node.properties().get(property);
            if (value != null) {
                return property + ": " + value;
            }
        }
        return "";
    }

    private static String figures(ExplainNode node) {
        Measured m = node.measured();
        if (m != null) {
            return String.format(Locale.ROOT, "%,d rows  %.2f ms", m.rows(), m.millis());
        }
        return node.estimate() == null
                ? ""
                : String.format(Locale.ROOT, "about %,.0f rows", node.estimate().rows());
    }

    private static String kind(ExplainNode node) {
        Object rung = node.heading().get("Rung");
        return rung == null ? "here" : "rung-" + rung;
    }

    private static double rows(ExplainNode node) {
        Measured m = node.measured();
        return m != null
                ? m.rows()
                : node.estimate() == null ? 0 : node.estimate().rows();
    }

    private static double millis(ExplainNode node) {
        Measured m = node.measured();
        return m == null ? 0 : m.millis();
    }

    private static String cut(String text) {
        return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
    }
}
