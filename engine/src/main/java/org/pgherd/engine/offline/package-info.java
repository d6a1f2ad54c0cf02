/// Plans without servers, for design reviews. Begin at [OfflineExplain].
@NullMarked
package org.pgherd.engine.offline;

import org.jspecify.annotations.NullMarked;
