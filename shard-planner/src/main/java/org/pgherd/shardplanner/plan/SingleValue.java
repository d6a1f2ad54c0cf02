package org.pgherd.shardplanner.plan;

import org.pgherd.analyzer.query.Expr;

/// A stable or volatile expression without Vars that is computed once per execution and then read as EXEC parameter
/// `parameter` (shipping `now()` to shards, or a `nextval()` that several places share).
public record SingleValue(int parameter, Expr expression) {}
