package org.pgherd.analyzer.parse;

import java.util.List;
import org.pgherd.analyzer.query.Alias;

/// A relation as far as names can reach it (ParseNamespaceItem).
///
/// The flags change while FROM is analyzed: a join hides the names of its inputs, LATERAL opens what stands to the
/// left.
final class NamespaceItem {
    /// Its name and its columns' names; dropped columns are "".
    final Alias names;
    final int rtindex;
    final List<NamespaceColumn> columns;
    boolean relVisible = true;
    boolean columnsVisible = true;
    boolean lateralOnly;
    boolean lateralOk = true;
    /// The row proposed for insertion has no place of its own yet.
    boolean withoutSystemColumns;

    NamespaceItem(Alias names, int rtindex, List<NamespaceColumn> columns) {
        this.names = names;
        this.rtindex = rtindex;
        this.columns = List.copyOf(columns);
    }

    NamespaceItem renamed(Alias alias) {
        return new NamespaceItem(alias, rtindex, columns);
    }
}
