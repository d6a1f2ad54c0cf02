package org.pgherd.analyzer.effect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All effects of something, each with the chain of calls that leads to it: `f -> g -> INSERT INTO t, line 7`.
public record Effects(Map<Effect, String> reasons) {
    public static final Effects NONE = new Effects(Map.of());

    public Effects {
        reasons = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    public boolean has(Effect.Kind kind) {
        return reasons.keySet().stream().anyMatch(effect -> effect.kind() == kind);
    }

    /// Oids of the relations read.
    public Set<Integer> reads() {
        return objects(Effect.Kind.READS);
    }

    /// Oids of the relations written.
    public Set<Integer> writes() {
        return objects(Effect.Kind.WRITES);
    }

    private Set<Integer> objects(Effect.Kind kind) {
        Set<Integer> found = new LinkedHashSet<>();
        for (Effect effect : reasons.keySet()) {
            if (effect.kind() == kind) {
                found.add(effect.object());
            }
        }
        return found;
    }

    public boolean isUnknown() {
        return has(Effect.Kind.UNKNOWN);
    }

    /// Proved to change nothing: a replica may answer it.
    public boolean isReadOnly() {
        for (Effect effect : reasons.keySet()) {
            switch (effect.kind()) {
                case READS, VOLATILE_VALUE, STABLE_VALUE -> {}
                case WRITES, SEQUENCE, SESSION_STATE, LOCKS, DDL, NOTIFIES, OUTSIDE, UNKNOWN -> {
                    return false;
                }
            }
        }
        return true;
    }

    /// The volatility that the effects call for: i, s or v.
    public char volatility() {
        if (!isReadOnly() || has(Effect.Kind.VOLATILE_VALUE)) {
            return 'v';
        }
        return reasons.isEmpty() ? 'i' : 's';
    }

    /// Lines such as `writes orders: add_order -> INSERT INTO orders, line 3`.
    public List<String> describe() {
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey().toString().toLowerCase(java.util.Locale.ROOT) + ": " + entry.getValue())
                .toList();
    }
}
