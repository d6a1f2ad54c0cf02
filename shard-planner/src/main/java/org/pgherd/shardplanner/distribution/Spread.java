package org.pgherd.shardplanner.distribution;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;

/// Where the rows of a table expression are; equally: on which shards a query may run so that the concatenation
/// of the
/// shards' answers is the answer.
///
/// @param group colocation group of SHARDED, else 0
/// @param keys expressions (positions stripped) that equal the shard key on every row
/// @param pin set when all rows that count are on one shard; always of ONE
/// @param narrowed set when only the owners of some keys have rows that count
/// @param reader the role as which it must run: 0 for the session's, [#ANYONE] if it does not matter
/// @param because the proof in words
public record Spread(
        Kind kind,
        int group,
        Set<Expr> keys,
        @Nullable Pin pin,
        @Nullable KeyList narrowed,
        String because,
        int reader) implements Finding {
    /// What it reads and calls is the same for all roles.
    public static final int ANYONE = -1;

    public enum Kind {
        /// No tables: the same rows wherever it runs.
        ANYWHERE,
        /// A full copy on every shard.
        REPLICATED,
        /// Each row on the shard that owns its key.
        SHARDED,
        /// All rows on the pinned shard.
        ONE
    }

    /// Run as the session's role.
    public Spread(Kind kind, int group, Set<Expr> keys, @Nullable Pin pin, @Nullable KeyList narrowed, String because) {
        this(kind, group, keys, pin, narrowed, because, 0);
    }

    public Spread {
        keys = Set.copyOf(keys);
        if (kind == Kind.ONE && pin == null) {
            throw new AssertionError("ONE without a pin");
        }
    }

    public static Spread anywhere(String because) {
        return new Spread(Kind.ANYWHERE, 0, Set.of(), null, null, because, ANYONE);
    }

    public static Spread replicated(String because) {
        return new Spread(Kind.REPLICATED, 0, Set.of(), null, null, because);
    }

    public static Spread one(Pin pin, String because) {
        return new Spread(Kind.ONE, 0, Set.of(), pin, null, because);
    }

    /// Whether one shard has all that counts.
    public boolean onOneShard() {
        return pin != null;
    }

    /// Whether it runs equally on any shard.
    public boolean everywhere() {
        return kind == Kind.ANYWHERE || kind == Kind.REPLICATED;
    }

    public Spread withKeys(Set<Expr> changed) {
        return new Spread(kind, group, changed, pin, narrowed, because, reader);
    }

    public Spread withMoreKeys(Set<Expr> more) {
        Set<Expr> all = new HashSet<>(keys);
        all.addAll(more);
        return withKeys(all);
    }

    public Spread because(String changed) {
        return new Spread(kind, group, keys, pin, narrowed, changed, reader);
    }

    public Spread readBy(int role) {
        return role == reader ? this : new Spread(kind, group, keys, pin, narrowed, because, role);
    }

    /// Whether it runs with the rights of a role that may not be the session's.
    public boolean isReadByOther() {
        return reader != 0 && reader != ANYONE;
    }
}
