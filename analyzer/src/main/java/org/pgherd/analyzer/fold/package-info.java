/// Evaluation of what is constant before a statement runs (eval_const_expressions of clauses.c).
/// Begin at [org.pgherd.analyzer.fold.ConstantFolding].
@NullMarked
package org.pgherd.analyzer.fold;

import org.jspecify.annotations.NullMarked;
