package org.pgherd.shardplanner.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgherd.shardplanner.cost.Estimate;

/// The shape that JSON, YAML and XML share: maps, lists, strings, numbers, booleans (docs/explain.md lists the names).
final class Document {
    private Document() {}

    static Map<String, Object> of(ExplainedStatement statement) {
        Map<String, Object> all = new LinkedHashMap<>(statement.heading());
        all.put("Plan", node(statement.plan()));
        all.putAll(statement.remarks());
        return all;
    }

    private static Map<String, Object> node(ExplainNode node) {
        Map<String, Object> all = new LinkedHashMap<>(node.heading());
        Estimate estimate = node.estimate();
        if (estimate != null) {
            all.put("Startup Cost", rounded(estimate.startup()));
            all.put("Total Cost", rounded(estimate.total()));
            all.put("Plan Rows", Math.round(estimate.rows()));
            all.put("Plan Width", estimate.width());
        }
        Measured measured = node.measured();
        if (measured != null) {
            measured(measured, all);
        }
        all.putAll(node.properties());
        if (!node.children().isEmpty()) {
            List<Object> children = new ArrayList<>();
            node.children().forEach(child -> children.add(node(child)));
            all.put("Plans", children);
        }
        return all;
    }

    private static void measured(Measured m, Map<String, Object> all) {
        double loops = Math.max(1, m.loops());
        all.put("Actual Startup Time", thousandths(m.firstMillis() / loops));
        all.put("Actual Total Time", thousandths(m.millis() / loops));
        all.put("Actual Rows", rounded(m.rows() / loops));
        all.put("Actual Loops", m.loops());
        if (m.memory() > 0) {
            all.put("Memory", m.memory());
        }
        if (m.spilled() > 0) {
            all.put("Spilled", m.spilled());
        }
        if (!m.shards().isEmpty()) {
            List<Object> shards = new ArrayList<>();
            for (Measured.Shard shard : m.shards()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("Shard", shard.shard());
                one.put("Calls", shard.calls());
                one.put("Rows", shard.rows());
                one.put("Bytes", shard.bytes());
                one.put("Time", thousandths(shard.millis()));
                shards.add(one);
            }
            all.put("Actual Shards", shards);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
