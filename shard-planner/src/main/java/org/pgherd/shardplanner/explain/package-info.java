/// EXPLAIN (SHARDED): a plan as text, JSON, YAML, XML or a page. Begin at [Explain]; what each kind of node says is in
/// `NodeText`, one class writes each format.
@NullMarked
package org.pgherd.shardplanner.explain;

import org.jspecify.annotations.NullMarked;
