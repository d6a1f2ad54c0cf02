package org.pgherd.semantics.catalog;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The rows of a catalog by oid and by name.
final class Indexed<R> {
    private final List<R> rows;
    private final Int2ObjectOpenHashMap<R> byOid;
    private final Map<String, List<R>> byName;

    Indexed(List<R> rows, ToIntFunction<R> oid, Function<R, String> name) {
        this.rows = List.copyOf(rows);
        byOid = new Int2ObjectOpenHashMap<>(rows.size());
        byName = HashMap.newHashMap(rows.size());
        for (R row : rows) {
            byOid.put(oid.applyAsInt(row), row);
            byName.computeIfAbsent(name.apply(row), n -> new ArrayList<>(2)).add(row);
        }
    }

    List<R> all() {
        return rows;
    }

    @Nullable
    R get(int oid) {
        return byOid.get(oid);
    }

    List<R> named(String name) {
        return byName.getOrDefault(name, List.of());
    }
}
