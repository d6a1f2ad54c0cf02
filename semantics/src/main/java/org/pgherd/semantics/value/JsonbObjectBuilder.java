package org.pgherd.semantics.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects pairs for a jsonb object: sorts the keys, the last of equal ones wins.
public final class JsonbObjectBuilder {
    private record Pair(Text key, Jsonb value, int sequence) {}

    private static final Comparator<Pair> ORDER = (a, b) -> {
        int c = Jsonb.compareKeys(a.key, b.key);
        return c != 0 ? c : Integer.compare(b.sequence, a.sequence);
    };

    private final List<Pair> pairs = new ArrayList<>();

    public JsonbObjectBuilder put(Text key, Jsonb value) {
        pairs.add(new Pair(key, value, pairs.size()));
        return this;
    }

    public Jsonb.Object build() {
        pairs.sort(ORDER);
        List<Text> keys = new ArrayList<>(pairs.size());
        List<Jsonb> values = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            if (keys.isEmpty() || !keys.getLast().equals(pair.key)) {
                keys.add(pair.key);
                values.add(pair.value);
            }
        }
        return new Jsonb.Object(keys.toArray(new Text[0]), values.toArray(new Jsonb[0]));
    }
}
