package org.pgherd.grammar.plpgsql;

import java.util.List;
import org.pgherd.errors.Position;

/// The type of a variable as written.
public sealed interface DataType {
    Position at();

    /// Any name that SQL has for a type; `record` among them.
    record Named(String text, Position at) implements DataType {}

    /// `variable%TYPE` or `table.column%TYPE`.
    ///
    /// @param array of arrays over it (`%TYPE[]`)
    record OfType(List<String> names, boolean array, Position at) implements DataType {}

    /// `table%ROWTYPE`.
    record OfRow(List<String> names, boolean array, Position at) implements DataType {}
}
