/// The raw parse tree: sealed interfaces and records, one for one with the nodes that PostgreSQL's raw parser
/// yields,
/// named as there, components named as its fields in camel case. No analysis has been done: names are as written
/// (folded to lower case unless quoted), `int` is already pg_catalog.int4 as the raw parser has it.
/// Begin at [org.pgherd.grammar.ast.Statement] and [org.pgherd.grammar.ast.Expr]; [org.pgherd.grammar.ast.AstWalk]
/// visits trees without knowing their nodes.
@NullMarked
package org.pgherd.grammar.ast;

import org.jspecify.annotations.NullMarked;
