/// How tables are spread over the shards, as data: the engine loads it, the planner decides by it.
/// No hashing of values here (`semantics.hash` does that) and no statements.
@NullMarked
package org.pgherd.analyzer.catalog.sharding;

import org.jspecify.annotations.NullMarked;
