package org.pgherd.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What every server of one owner needs and this process finds out once: how to launch, where to put, what to copy.
record Premises(Launch launch, CacheFolder cache, Distribution distribution, DataTemplate template) {
    private static final Map<Integer, Premises> KNOWN = new ConcurrentHashMap<>();
    private static final int NOBODY_ASKED = -1;

    /// @param owner user id that the servers must run as when this process is root; null: any
    static Premises forOwner(@Nullable Integer owner) {
        return KNOWN.computeIfAbsent(owner == null ? NOBODY_ASKED : owner, _ -> find(owner));
    }

    private static Premises find(@Nullable Integer owner) {
        Platform.current();
        Launch launch = Launch.choose(owner);
        CacheFolder cache = CacheFolder.choose(launch);
        Distribution distribution = Distribution.locate(cache);
        return new Premises(launch, cache, distribution, DataTemplate.locate(cache, distribution, launch));
    }
}
