/// Random statements over a fixed schema (`fuzz/setup.sql`), compared with plain PostgreSQL, and cut down to the
/// smallest
/// that still differs. Statement `n` of a seed is always the same one. Begin with [FuzzRun] and [StatementGenerator].
@NullMarked
package org.pgherd.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
