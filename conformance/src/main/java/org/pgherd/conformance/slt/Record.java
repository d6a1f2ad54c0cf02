package org.pgherd.conformance.slt;

import java.util.List;

/// One record of a sqllogictest file that applies to PostgreSQL.
public sealed interface Record {
    /// 1-based line of its first line.
    int line();

    record Statement(String sql, boolean mustFail, int line) implements Record {}

    /// @param types a letter a column: I integer, R real, T text
    /// @param expected the lines below `----`
    record Query(String sql, String types, Sort sort, List<String> expected, int line) implements Record {}

    enum Sort {
        NOSORT,
        ROWSORT,
        VALUESORT
    }
}
