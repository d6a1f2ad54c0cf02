/// Routines of the user's, run on the coordinator: bodies in SQL here, bodies in PL/pgSQL by the interpreter,
/// any other
/// language by asking a shard. The statements inside them go through the same planner as a client's.
/// Begin with [HerdRoutines] (who calls) and [SessionStatements] (what bodies call).
@NullMarked
package org.pgherd.engine.routine;

import org.jspecify.annotations.NullMarked;
