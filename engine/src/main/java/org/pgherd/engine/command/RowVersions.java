package org.pgherd.engine.command;

import java.util.List;
import java.util.TreeSet;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.engine.session.CursorPlan;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.session.UpdatableScan;

/// Keeps the row versions that an open cursor has seen from being cleared away, as the snapshot of a cursor does in one
/// PostgreSQL, so that the place of a row goes on to name that row and no other.
public final class RowVersions {
    private RowVersions() {}

    /// An empty cursor on each shard holds a snapshot there until the transaction ends, or the savepoint goes.
    public static void keep(SessionState session, CursorPlan cursor) {
        if (!session.transaction().inBlock() && !session.transaction().inImplicit()) {
            return;
        }
        TreeSet<Integer> shards = new TreeSet<>();
        for (UpdatableScan.Source source : cursor.scan().sources()) {
            shards.addAll(shards(session, source.distribution(), cursor));
        }
        if (!shards.isEmpty()) {
            String name = session.ownName();
            session.transaction().open(shards);
            for (int shard : shards) {
                session.transaction().use(shard, false).queue("DECLARE \"" + name + "\" NO SCROLL CURSOR FOR SELECT");
            }
        }
    }

    private static List<Integer> shards(SessionState session, Distribution distribution, CursorPlan cursor) {
        return switch (distribution) {
            case Distribution.Single single -> List.of(single.shard());
            case Distribution.Schema schema -> List.of(schema.shard());
            // which shard a key leads to is not known yet
            case Distribution.Hash _ -> cursor.query().isOneShards() ? List.of() : session.allShards();
            case Distribution.Reference _, Distribution.Catalog _ -> List.of();
        };
    }
}
