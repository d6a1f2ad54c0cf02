package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// XMLTABLE, the function of an [RteFunction].
///
/// @param namespaceNames null for the DEFAULT one; their URIs are `namespaces`
/// @param row the row's XPath, text
/// @param document xml
public record XmlTableExpr(
        List<@Nullable String> namespaceNames,
        List<Expr> namespaces,
        Expr row,
        Expr document,
        List<XmlTableColumn> columns,
        Position at)
        implements SyntaxExpr {
    public XmlTableExpr {
        namespaceNames = java.util.Collections.unmodifiableList(new ArrayList<>(namespaceNames));
        namespaces = List.copyOf(namespaces);
        columns = List.copyOf(columns);
    }

    @Override
    public SqlType type() {
        return SqlType.RECORD;
    }

    @Override
    public List<Expr> arguments() {
        List<Expr> all = new ArrayList<>(namespaces);
        all.add(row);
        all.add(document);
        for (XmlTableColumn column : columns) {
            if (column.path() != null) {
                all.add(column.path());
            }
            if (column.defaultValue() != null) {
                all.add(column.defaultValue());
            }
        }
        return all;
    }

    @Override
    public XmlTableExpr withArguments(List<Expr> arguments) {
        int next = namespaces.size() + 2;
        List<XmlTableColumn> changed = new ArrayList<>();
        for (XmlTableColumn c : columns) {
            Expr path = c.path() == null ? null : arguments.get(next++);
            Expr value = c.defaultValue() == null ? null : arguments.get(next++);
            changed.add(new XmlTableColumn(c.name(), c.type(), c.ordinality(), c.notNull(), path, value));
        }
        int uris = namespaces.size();
        return new XmlTableExpr(
                namespaceNames, arguments.subList(0, uris), arguments.get(uris), arguments.get(uris + 1), changed, at);
    }

    @Override
    public XmlTableExpr withoutPosition() {
        return new XmlTableExpr(namespaceNames, namespaces, row, document, columns, Position.NONE);
    }
}
