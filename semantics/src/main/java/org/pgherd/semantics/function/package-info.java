/// How a Java method becomes a row of pg_proc: annotation, registry and what a call may ask of its session.
/// The functions themselves live in the packages below, one per chapter of the manual.
@NullMarked
package org.pgherd.semantics.function;

import org.jspecify.annotations.NullMarked;
