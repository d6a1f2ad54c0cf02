package org.pgherd.grammar.plpgsql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// What is assigned to: `v`, `r.f`, `block.v`, `a[1].f`, `$1`.
///
/// @param names of the variable and maybe fields, folded; the first is `$n` for a parameter by number
/// @param accessors what follows the names, once a subscript came
public record Target(List<String> names, List<Accessor> accessors, Position at) {
    public Target {
        names = List.copyOf(names);
        accessors = List.copyOf(accessors);
    }

    /// A step into a value.
    public sealed interface Accessor {}

    public record Field(String name) implements Accessor {}

    public record Subscript(SqlFragment index) implements Accessor {}

    /// `[lower:upper]`, either may be missing.
    public record Slice(
            @Nullable SqlFragment lower, @Nullable SqlFragment upper) implements Accessor {}
}
