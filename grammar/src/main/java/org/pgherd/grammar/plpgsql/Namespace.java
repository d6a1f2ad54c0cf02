package org.pgherd.grammar.plpgsql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names in sight: a stack of levels, one for the routine and one for each block and loop. Transplants
/// plpgsql_ns_lookup and its kin of pl_funcs.c.
final class Namespace {
    enum LevelKind {
        BLOCK,
        LOOP,
        OTHER
    }

    private record Level(@Nullable Level outer, @Nullable String label, LevelKind kind, Map<String, Variable> names) {}

    private @Nullable Level top;

    void push(@Nullable String label, LevelKind kind) {
        top = new Level(top, label, kind, new HashMap<>());
    }

    void pop() {
        top = current().outer();
    }

    void add(String name, Variable variable) {
        current().names().put(name, variable);
    }

    private Level current() {
        Level level = top;
        if (level == null) {
            throw new AssertionError("no level is open");
        }
        return level;
    }

    boolean hasLocal(String name) {
        return current().names().containsKey(name);
    }

    /// What one to three names stand for: a variable, a field of a record, or either with the label of its block.
    /// Null if nothing does. Names may go on into a field's fields.
    @Nullable
    Variable find(List<String> names) {
        String first = names.get(0);
        String second = names.size() > 1 ? names.get(1) : null;
        boolean three = names.size() > 2;
        for (Level level = top; level != null; level = level.outer()) {
            Variable found = level.names().get(first);
            if (found != null && (second == null || !found.isScalar())) {
                return second == null ? found : found.field();
            }
            if (second != null && first.equals(level.label())) {
                Variable qualified = level.names().get(second);
                if (qualified != null && (!three || !qualified.isScalar())) {
                    return three ? qualified.field() : qualified;
                }
            }
        }
        return null;
    }

    /// The kind of the nearest level with this label; null if there is none.
    @Nullable
    LevelKind label(String label) {
        for (Level level = top; level != null; level = level.outer()) {
            if (label.equals(level.label())) {
                return level.kind();
            }
        }
        return null;
    }

    boolean isInLoop() {
        for (Level level = top; level != null; level = level.outer()) {
            if (level.kind() == LevelKind.LOOP) {
                return true;
            }
        }
        return false;
    }
}
