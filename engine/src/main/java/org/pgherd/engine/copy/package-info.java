/// COPY's data: its formats, cutting a stream into rows and fields, and the streams from and to the shards.
/// Values are only decoded where the shard key is; everything else passes as the client wrote it.
@NullMarked
package org.pgherd.engine.copy;

import org.jspecify.annotations.NullMarked;
