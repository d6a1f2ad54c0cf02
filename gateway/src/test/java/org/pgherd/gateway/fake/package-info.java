/// A session that knows a dozen sentences instead of SQL, to test the protocol without shards.
@NullMarked
package org.pgherd.gateway.fake;

import org.jspecify.annotations.NullMarked;
