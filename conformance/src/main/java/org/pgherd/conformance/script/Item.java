package org.pgherd.conformance.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a script does.
public sealed interface Item {
    /// 1-based line where it begins.
    int line();

    /// @param text the statement without its terminator; variables are still in it (see [Variables#interpolate])
    /// @param ending what ended it: `;`, `\g`, `\gset prefix`, `\gexec`
    /// @param data lines of an inline COPY, null if none followed
    /// @param side where it runs: both, only the herd (`--@herd`), only PostgreSQL (`--@oracle`)
    record Sql(String text, String ending, @Nullable String data, Side side, int line) implements Item {}

    /// A backslash command with its arguments.
    record Meta(String name, List<String> arguments, int line) implements Item {}

    enum Side {
        BOTH,
        HERD,
        ORACLE
    }
}
