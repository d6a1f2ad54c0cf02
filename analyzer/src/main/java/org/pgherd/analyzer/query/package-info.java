/// The typed tree that parse analysis makes of a statement: `Query` and what is in it, named as PostgreSQL's
/// parsenodes.h and primnodes.h name them, so that whoever knows those knows this.
///
/// Everything is immutable. Every name is an object identifier or an index, every expression has its type and
/// collation, every implicit cast is a node. Walk trees with [org.pgherd.analyzer.query.ExprWalk], change them
/// with [org.pgherd.analyzer.query.ExprRewriter]. No catalog lookups happen here.
@NullMarked
package org.pgherd.analyzer.query;

import org.jspecify.annotations.NullMarked;
