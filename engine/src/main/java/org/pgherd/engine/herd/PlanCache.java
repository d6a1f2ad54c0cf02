package org.pgherd.engine.herd;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.pgherd.engine.session.PlannedQuery;

/// Analysed and planned statements of all sessions, least used ones forgotten.
///
/// The key holds everything a plan depends on: the statement's fingerprint with its literals (which may decide
/// types and
/// shards), the parameters' types, the version of catalog and sharding, and the settings that change meaning.
public final class PlanCache {
    private static final int STATEMENTS = 4_000;

    private final Cache<Key, PlannedQuery> plans =
            Caffeine.newBuilder().maximumSize(STATEMENTS).build();

    /// @param text the statement, literals included; `fingerprint` is its hash without them and comes first
    ///     because it
    ///     is cheap to compare
    public record Key(long fingerprint, String text, String parameterTypes, long catalogVersion, String settings) {}

    public PlannedQuery get(Key key, Supplier<PlannedQuery> make) {
        PlannedQuery known = plans.getIfPresent(key);
        if (known == null) {
            known = make.get();
            plans.put(key, known);
        }
        return known;
    }

    public long size() {
        return plans.estimatedSize();
    }
}
