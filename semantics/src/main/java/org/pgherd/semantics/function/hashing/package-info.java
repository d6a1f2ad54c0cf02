/// PostgreSQL's hash functions as SQL calls them; computed by `semantics.hash`.
@NullMarked
package org.pgherd.semantics.function.hashing;

import org.jspecify.annotations.NullMarked;
