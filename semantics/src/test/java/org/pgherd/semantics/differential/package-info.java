/// Every function and aggregate that Java implements, against the real PostgreSQL: generated arguments, edge
/// values, NULLs and errors. Begin with [FunctionDifferentialTest]; values come from [SampleValues].
@NullMarked
package org.pgherd.semantics.differential;

import org.jspecify.annotations.NullMarked;
