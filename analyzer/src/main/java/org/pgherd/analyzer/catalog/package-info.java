/// The catalog as parse analysis sees it: PostgreSQL's built-in objects and an immutable, versioned snapshot of the
/// user's.
///
/// Begin at [org.pgherd.analyzer.catalog.Catalog]. Names are looked up along a
/// [org.pgherd.analyzer.catalog.SearchPath].
/// Records hold what the system catalogs hold, expressions as the text that pg_get_expr and its kin give. Nothing here
/// is
/// parsed or analyzed, and nothing talks to a server but through [org.pgherd.analyzer.catalog.CatalogSource].
@NullMarked
package org.pgherd.analyzer.catalog;

import org.jspecify.annotations.NullMarked;
