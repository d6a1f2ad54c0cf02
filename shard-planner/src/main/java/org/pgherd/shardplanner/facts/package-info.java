/// What the planner must know about named objects: how to write them, what functions do, how big tables are.
///
/// Begin at [PlanningFacts]. The implementation over the analyzer's catalog is [CatalogFacts].
@NullMarked
package org.pgherd.shardplanner.facts;

import org.jspecify.annotations.NullMarked;
