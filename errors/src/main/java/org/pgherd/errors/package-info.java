/// SQLSTATEs, errors, notices and positions: what every other module speaks of and nothing else.
/// Lies below grammar and semantics. No logic beyond copying; begin with [SqlException].
@NullMarked
package org.pgherd.errors;

import org.jspecify.annotations.NullMarked;
