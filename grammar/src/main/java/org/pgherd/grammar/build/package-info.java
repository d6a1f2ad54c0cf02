/// What the grammar's actions call: the superclasses of the generated parser (node by node what the C code in
/// gram.y's
/// actions does, with its error texts) and the drafts, mutable while a clause is read, of the immutable nodes.
@NullMarked
package org.pgherd.grammar.build;

import org.jspecify.annotations.NullMarked;
