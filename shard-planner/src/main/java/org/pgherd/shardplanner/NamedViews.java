package org.pgherd.shardplanner;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Query;

/// A statement with views whose own privileges and owners count: a shard that gets it as it stands checks all of that.
///
/// @param original the statement before rewriting: it names the views
/// @param onlyWhole why it may not be taken apart; null if it may
/// @param apart whether it must be taken apart, as policies read what no shard has alone
public record NamedViews(Query original, @Nullable String onlyWhole, boolean apart) {}
