/// Functions of smallint, integer, bigint and oid. Casts to other types are with those.
@NullMarked
package org.pgherd.semantics.function.integer;

import org.jspecify.annotations.NullMarked;
