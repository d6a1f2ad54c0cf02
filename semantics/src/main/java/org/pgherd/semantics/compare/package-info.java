/// The default btree order of each type: for sorts, merges and keys. Begin with [Orderings].
@NullMarked
package org.pgherd.semantics.compare;

import org.jspecify.annotations.NullMarked;
