/// A session's transaction over several shards: lazy enlistment, savepoints everywhere, two-phase commit, and
/// what finishes the commits of coordinators that died. Nothing here knows plans. Begin with [HerdTransaction].
@NullMarked
package org.pgherd.executor.transaction;

import org.jspecify.annotations.NullMarked;
