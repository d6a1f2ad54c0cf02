package org.pgherd.analyzer.query;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// How JSON_TABLE makes its rows.
public sealed interface JsonTablePlan {
    /// A row for each item that the path finds in the item around, joined with the rows of `child`, if there are any.
    ///
    /// @param path of type jsonpath
    /// @param firstColumn 0-based; the columns up to `endColumn`, that one excluded, are the row's own
    record PathScan(
            Const path,
            String name,
            int firstColumn,
            int endColumn,
            @Nullable JsonTablePlan child) implements JsonTablePlan {}

    /// The rows of one after those of the other; columns of the other are NULL.
    record SiblingJoin(JsonTablePlan left, JsonTablePlan right) implements JsonTablePlan {}

    /// The same plan, its paths of no place in the text.
    default JsonTablePlan withoutPosition() {
        return switch (this) {
            case PathScan(Const path, String name, int first, int end, JsonTablePlan child) ->
                new PathScan(
                        new Const(path.type(), path.value(), Position.NONE),
                        name,
                        first,
                        end,
                        child == null ? null : child.withoutPosition());
            case SiblingJoin(JsonTablePlan left, JsonTablePlan right) ->
                new SiblingJoin(left.withoutPosition(), right.withoutPosition());
        };
    }
}
