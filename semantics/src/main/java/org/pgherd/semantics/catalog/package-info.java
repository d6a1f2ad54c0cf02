/// PostgreSQL 18's own catalog rows as data, exported by a generator; nothing of users' objects. Begin with
/// [BuiltinCatalog].
@NullMarked
package org.pgherd.semantics.catalog;

import org.jspecify.annotations.NullMarked;
