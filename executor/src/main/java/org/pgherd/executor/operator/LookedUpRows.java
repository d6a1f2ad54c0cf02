package org.pgherd.executor.operator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.executor.expression.LookupRows;
import org.pgherd.executor.expression.LookupTest;
import org.pgherd.executor.spill.BatchMemory;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.type.SqlType;

/// The keys of a subquery's rows in memory, those with NULLs apart (nodeSubplan.c:buildSubPlanHash).
final class LookedUpRows implements LookupRows, AutoCloseable {
    /// An entry, its key without the values, and its place in the table; an estimate.
    private static final long BYTES_PER_ROW = 96;

    private final Side sought;
    private final Side keys;
    private final TypeLookup types;
    private final MemoryAccount memory;
    private final Set<KeyValues.Tuple> rows = new HashSet<>();
    private boolean withNulls;
    private long reserved;

    /// How values of one side become comparable.
    private record Side(SqlType[] types, @Nullable CollationOrder[] orders) {
        static Side of(SqlType[] types, TypeLookup lookup) {
            return new Side(
                    types,
                    Arrays.stream(types)
                            .map(type -> KeyValues.orderOf(type, lookup))
                            .toArray(CollationOrder[]::new));
        }
    }

    LookedUpRows(LookupTest test, TypeLookup types, MemoryAccount memory) {
        this.sought = Side.of(test.soughtTypes(), types);
        this.keys = Side.of(test.keyTypes(), types);
        this.types = types;
        this.memory = memory;
    }

    /// @return false if there is no room for more; then nothing is kept
    boolean add(@Nullable Object[] key) {
        KeyValues.Tuple tuple = normal(key, keys);
        if (tuple == null) {
            withNulls = true;
            return true;
        }
        if (rows.add(tuple)) {
            long bytes = BYTES_PER_ROW;
            for (@Nullable Object part : key) {
                bytes += BatchMemory.of(part);
            }
            if (memory.isFull(reserved + bytes)) {
                close();
                return false;
            }
            memory.reserve(bytes);
            reserved += bytes;
        }
        return true;
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty() && !withNulls;
    }

    @Override
    public Answer find(@Nullable Object[] values) {
        KeyValues.Tuple tuple = normal(values, sought);
        if (tuple != null && rows.contains(tuple)) {
            return Answer.YES;
        }
        if (tuple != null && !withNulls) {
            return Answer.NO;
        }
        // NULL in one of several columns leaves it to the others
        return values.length == 1 ? Answer.UNKNOWN : Answer.COMPARE;
    }

    /// Null if a part is NULL.
    private KeyValues.@Nullable Tuple normal(@Nullable Object[] values, Side side) {
        @Nullable Object[] normal = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                return null;
            }
            normal[i] = KeyValues.normal(values[i], side.types[i].oid(), side.orders[i], types);
        }
        return new KeyValues.Tuple(normal);
    }

    @Override
    public void close() {
        rows.clear();
        withNulls = false;
        memory.release(reserved);
        reserved = 0;
    }
}
