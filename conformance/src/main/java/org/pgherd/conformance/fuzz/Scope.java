package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns that an expression may name, and those of the queries around it.
///
/// @param atoms text and type of what may be named here
/// @param order texts that together order the rows of this scope in one way only
/// @param tables relations of the whole statement: those of the schema, then its CTEs
record Scope(
        List<Column> atoms,
        List<String> order,
        List<Relation> tables,
        @Nullable Scope outer) {
    static Scope top() {
        return new Scope(List.of(), List.of(), Schema.RELATIONS, null);
    }

    /// Inside of this scope: its columns are outer ones.
    Scope inner() {
        return new Scope(List.of(), List.of(), tables, this);
    }

    /// As seen from where no column of it is visible.
    Scope alone() {
        return new Scope(List.of(), List.of(), tables, null);
    }

    Scope with(List<Column> columns, List<String> key) {
        List<Column> more = new ArrayList<>(atoms);
        more.addAll(columns);
        List<String> keys = new ArrayList<>(order);
        keys.addAll(key);
        return new Scope(more, keys, tables, outer);
    }

    Scope withTable(Relation table) {
        List<Relation> more = new ArrayList<>(tables);
        more.removeIf(old -> old.name().equals(table.name()));
        more.add(table);
        return new Scope(atoms, order, more, outer);
    }

    List<Column> of(Kind kind) {
        return atoms.stream().filter(atom -> atom.kind() == kind).toList();
    }
}
