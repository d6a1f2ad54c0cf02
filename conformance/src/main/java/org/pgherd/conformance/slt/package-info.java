/// The sqllogictest runner: file format, value formatting and hashing, comparison with PostgreSQL.
/// Begin with [SltRun].
@NullMarked
package org.pgherd.conformance.slt;

import org.jspecify.annotations.NullMarked;
