/// Functions of bytea, digests and encodings.
@NullMarked
package org.pgherd.semantics.function.bytes;

import org.jspecify.annotations.NullMarked;
