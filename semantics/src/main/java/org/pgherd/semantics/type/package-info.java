/// What a SQL type is to an expression: object identifier, modifier, collation, and the Java carrier of its values.
/// No text or binary form (codec), no catalog rows (catalog). Begin with [SqlType].
@NullMarked
package org.pgherd.semantics.type;

import org.jspecify.annotations.NullMarked;
