package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.value.Text;

/// The order of a collation that Java does not know, as the C library's are: the catalog shard is asked for it, once
/// for
/// many texts where they are foreseen, else for each pair.
final class AskedOrder extends CollationOrder {
    private static final int MOST_RANKS = 100_000;
    private static final int MOST_PAIRS = 10_000;

    private final SessionState session;
    private final CollationRow collation;
    /// Of texts that were asked for together.
    private final Map<Text, Integer> ranks = new HashMap<>();
    private final Map<Pair, Integer> pairs = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Integer> eldest) {
            return size() > MOST_PAIRS;
        }
    };

    private record Pair(Text a, Text b) {}

    AskedOrder(SessionState session, CollationRow collation) {
        this.session = session;
        this.collation = collation;
    }

    @Override
    public int compare(Text a, Text b) {
        if (a.equals(b)) {
            return 0;
        }
        Integer first = ranks.get(a);
        Integer second = ranks.get(b);
        if (first != null && second != null) {
            return Integer.compare(first, second);
        }
        return pairs.computeIfAbsent(new Pair(a, b), this::ask);
    }

    @Override
    public boolean areEqual(Text a, Text b) {
        return a.equals(b) || !collation.deterministic() && compare(a, b) == 0;
    }

    @Override
    public boolean isDeterministic() {
        return collation.deterministic();
    }

    @Override
    public boolean wantsForesight() {
        return true;
    }

    @Override
    public void foresee(Collection<Text> texts) {
        if (ranks.keySet().containsAll(texts)) {
            return;
        }
        Set<Text> together = new LinkedHashSet<>(texts);
        if (ranks.size() + together.size() <= MOST_RANKS) {
            together.addAll(ranks.keySet());
        }
        ranks.clear();
        ranks.putAll(ranked(new ArrayList<>(together)));
    }

    private Map<Text, Integer> ranked(List<Text> texts) {
        StringBuilder sql = new StringBuilder("SELECT pg_catalog.dense_rank() OVER (ORDER BY v")
                .append(collate())
                .append(") FROM pg_catalog.unnest(ARRAY[");
        for (int i = 0; i < texts.size(); i++) {
            sql.append(i == 0 ? "" : ",")
                    .append(PlacementWriter.literal(texts.get(i).toString()));
        }
        sql.append("]::pg_catalog.text[]) WITH ORDINALITY AS u(v, i) ORDER BY i");
        Map<Text, Integer> found = new HashMap<>();
        for (@Nullable String[] row : TextRows.of(session.catalogShard(false), sql.toString())) {
            found.put(texts.get(found.size()), Integer.parseInt(String.valueOf(row[0])));
        }
        return found;
    }

    private int ask(Pair pair) {
        String a = PlacementWriter.literal(pair.a().toString()) + "::pg_catalog.text";
        String b = PlacementWriter.literal(pair.b().toString()) + "::pg_catalog.text";
        String sql = "SELECT CASE WHEN " + a + " < " + b + collate() + " THEN -1 WHEN " + a + " > " + b + collate()
                + " THEN 1 ELSE 0 END";
        return Integer.parseInt(String.valueOf(TextRows.single(session.catalogShard(false), sql)));
    }

    private String collate() {
        return " COLLATE " + PlacementWriter.quoted(collation.schema()) + "."
                + PlacementWriter.quoted(collation.name());
    }
}
