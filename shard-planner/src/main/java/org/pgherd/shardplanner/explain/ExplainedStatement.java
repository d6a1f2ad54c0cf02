package org.pgherd.shardplanner.explain;

import java.util.Map;

/// A statement's plan as it is shown.
///
/// @param header the first line of the text
/// @param heading the same for structured formats
/// @param remarks below the tree: effects of routines, time, memory. Values as in [ExplainNode]; a list is one line
///     of the text per element
/// @param query the statement's text, for the page; empty if it is not known
public record ExplainedStatement(
        String header, Map<String, Object> heading, ExplainNode plan, Map<String, Object> remarks, String query) {}
