package org.pgherd.engine.herd;

import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;

/// The user's objects and where they lie, as of one moment.
///
/// @param stamp what [CatalogStamp] said at that moment
/// @param version differs whenever either differs; plans are made for one version
public record CatalogSnapshot(Catalog catalog, ShardingCatalog sharding, String stamp, long version) {}
