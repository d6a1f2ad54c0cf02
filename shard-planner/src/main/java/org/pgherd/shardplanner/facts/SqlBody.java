package org.pgherd.shardplanner.facts;

import org.pgherd.analyzer.query.Query;

/// The one SELECT that a function in SQL consists of, for a call.
///
/// @param query analyzed and rewritten, its outputs of the types that the call gives; `$n` is the call's nth argument
/// @param strict whether the function is declared so
/// @param declared as what the function is declared
public record SqlBody(Query query, boolean strict, Volatility declared) {}
