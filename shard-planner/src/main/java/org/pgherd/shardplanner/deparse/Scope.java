package org.pgherd.shardplanner.deparse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.semantics.catalog.Identifiers;

/// Names of one query's range table entries and their columns, linked to the query around it. No entry has the name of
/// one around it, so that no Var is captured; queries beside each other have their names for themselves, for an
/// expression with a subquery must read the same wherever it stands (set_rtable_names of ruleutils.c).
final class Scope {
    final Query query;
    final @Nullable Scope outer;
    private final String[] aliases;
    private final @Nullable List<String>[] columns;
    private final Set<String> added = new HashSet<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    Scope(Query query, @Nullable Scope outer) {
        this.query = query;
        this.outer = outer;
        aliases = new String[query.rtable().size()];
        columns = new List[query.rtable().size()];
        Set<String> used = new HashSet<>();
        for (int i = 0; i < aliases.length; i++) {
            aliases[i] = fresh(query.rtable().get(i).eref().name(), used);
            used.add(aliases[i]);
        }
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
        return aliases[varno - 1];
    }

    /// A name that nothing has which can be seen from here.
    ///
    /// @param others names that it must not be either
    String fresh(String wanted, Collection<String> others) {
        String base = wanted.isEmpty() ? "t" : wanted;
        String name = base;
        for (int i = 1; others.contains(name) || isKnown(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private boolean isKnown(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.added.contains(name) || Arrays.asList(scope.aliases).contains(name)) {
                return true;
            }
        }
        return false;
    }

    /// For entries whose name the syntax gives (`excluded`), before any name is written.
    void setAlias(int varno, String alias) {
        int other = Arrays.asList(aliases).indexOf(alias);
        aliases[varno - 1] = alias;
        if (other >= 0 && other != varno - 1) {
            aliases[other] = fresh(alias, List.of());
        }
    }

    /// A name for what has no range table entry.
    String added(String wanted) {
        String name = fresh(wanted, List.of());
        added.add(name);
        return name;
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
