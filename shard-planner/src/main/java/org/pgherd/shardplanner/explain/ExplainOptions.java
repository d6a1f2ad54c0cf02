package org.pgherd.shardplanner.explain;

/// @param costs whether estimates are shown
/// @param verbose whether each node's columns are listed
public record ExplainOptions(ExplainFormat format, boolean costs, boolean verbose) {
    /// The tree alone, as the tests of plans hold it.
    public static final ExplainOptions PLAIN = new ExplainOptions(ExplainFormat.TEXT, false, false);
}
