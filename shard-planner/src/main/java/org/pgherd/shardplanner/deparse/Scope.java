package org.pgherd.shardplanner.deparse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.semantics.catalog.Identifiers;

/// Names of one query's range table entries and their columns, linked to the query around it.
final class Scope {
    final Query query;
    final @Nullable Scope outer;
    private final @Nullable String[] aliases;
    private final @Nullable List<String>[] columns;
    private final Output output;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Scope(Query query, @Nullable Scope outer, Output output) {
        this.query = query;
        this.outer = outer;
        this.output = output;
        aliases = new String[query.rtable().size()];
        columns = new List[query.rtable().size()];
    }

    Scope up(int levels) {
        Scope scope = this;
        for (int i = 0; i < levels; i++) {
            if (scope.outer == null) {
                throw new AssertionError("Var reaches out of the statement");
            }
            scope = scope.outer;
        }
        return scope;
    }

    /// Unquoted alias of an entry.
    String alias(int varno) {
        String alias = aliases[varno - 1];
        if (alias == null) {
            alias = output.uniqueAlias(query.rte(varno).eref().name());
            aliases[varno - 1] = alias;
        }
        return alias;
    }

    /// For entries whose name the syntax gives (`excluded`).
    void setAlias(int varno, String alias) {
        aliases[varno - 1] = alias;
    }

    /// Unquoted names of an entry's columns; a relation keeps its own names, others get unique ones.
    List<String> columns(int varno) {
        List<String> names = columns[varno - 1];
        if (names == null) {
            names = names(query.rte(varno));
            columns[varno - 1] = names;
        }
        return names;
    }

    private static List<String> names(RangeTblEntry entry) {
        if (entry instanceof RteRelation relation) {
            return relation.relation().columns().stream().map(Column::name).toList();
        }
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        List<String> wanted = entry.eref().columnNames();
        for (int i = 0; i < entry.columnCount(); i++) {
            String name = i < wanted.size() && !wanted.get(i).isEmpty() ? wanted.get(i) : "column" + (i + 1);
            String base = name;
            for (int n = 1; !used.add(name); n++) {
                name = base + "_" + n;
            }
            names.add(name);
        }
        return names;
    }

    /// `alias.column` of a Var of this level.
    String column(int varno, int attno) {
        String alias = Identifiers.quote(alias(varno));
        if (attno == 0) {
            return alias + ".*";
        }
        String name = attno > 0 ? columns(varno).get(attno - 1) : SystemColumns.name(attno);
        return alias + "." + Identifiers.quote(name);
    }
}
