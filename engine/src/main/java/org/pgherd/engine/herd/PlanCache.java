package org.pgherd.engine.herd;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.session.KnownStatement;
import org.pgherd.engine.session.PlanTemplate;

/// Analysed and planned statements of all sessions, least used ones forgotten: by their text, and, for texts that
/// differ
/// in the values of their literals only, by the text that has parameters in their place.
///
/// A key holds everything a plan depends on: the text, the parameters' types, the version of catalog and sharding, and
/// the settings that change meaning.
public final class PlanCache {
    private static final int STATEMENTS = 4_000;

    private final Cache<Key, KnownStatement> plans =
            Caffeine.newBuilder().maximumSize(STATEMENTS).build();
    private final Cache<Key, PlanTemplate> templates =
            Caffeine.newBuilder().maximumSize(STATEMENTS).build();

    /// @param fingerprint the text's hash without its literals; comes first because it is cheap to compare
    /// @param text the statement with its literals, or with `$n` in their place and their kinds behind
    /// @param statistics generation of the statistics by which it was planned
    public record Key(
            long fingerprint,
            String text,
            String parameterTypes,
            long catalogVersion,
            long statistics,
            String settings) {}

    public KnownStatement get(Key key, Supplier<KnownStatement> make) {
        KnownStatement known = plans.getIfPresent(key);
        if (known == null) {
            known = make.get();
            plans.put(key, known);
        }
        return known;
    }

    public @Nullable KnownStatement find(Key key) {
        return plans.getIfPresent(key);
    }

    /// The template of a text with parameters for literals; null if no such text has been planned.
    public @Nullable PlanTemplate template(Key key) {
        return templates.getIfPresent(key);
    }

    public PlanTemplate templateFor(Key key) {
        return templates.get(key, _ -> new PlanTemplate());
    }

    public long size() {
        return plans.estimatedSize();
    }
}
