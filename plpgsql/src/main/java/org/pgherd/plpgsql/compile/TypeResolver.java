package org.pgherd.plpgsql.compile;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.parse.TypeReferences;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.plpgsql.DataType;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Types of declarations.
final class TypeResolver {
    private final CatalogView view;

    TypeResolver(CatalogView view) {
        this.view = view;
    }

    SqlType resolve(DataType type, Namespace names) {
        return switch (type) {
            case DataType.Named named -> named(named);
            case DataType.OfType of -> array(ofType(of, names), of.array());
            case DataType.OfRow row ->
                array(
                        view.typed(relation(row.names(), row.names().size(), row.at())
                                .rowType()),
                        row.array());
        };
    }

    private SqlType named(DataType.Named named) {
        if (named.text().equalsIgnoreCase("record")) {
            return SqlType.RECORD;
        }
        SqlType type = TypeReferences.resolve(view, SqlParser.parseTypeName(named.text()));
        if (view.typeKind(type.oid()) == 'p' && type.oid() != TypeOids.RECORD) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "variable has pseudo-type " + view.formatType(type.oid()));
        }
        return type;
    }

    private SqlType ofType(DataType.OfType of, Namespace names) {
        Namespace.Found found = names.find(of.names());
        if (found != null) {
            Variable variable = found.variable();
            if (found.used() == of.names().size()) {
                return variable.type();
            }
            if (variable.shape() != null) {
                int field = variable.shape().names().indexOf(of.names().getLast());
                if (field >= 0) {
                    return variable.shape().types().get(field);
                }
            }
        }
        if (of.names().size() < 2) {
            throw new SqlException(
                    SqlState.UNDEFINED_OBJECT, "variable \"" + of.names().getFirst() + "\" does not exist", of.at());
        }
        Relation relation = relation(of.names(), of.names().size() - 1, of.at());
        Column column = relation.column(of.names().getLast());
        if (column == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"" + of.names().getLast() + "\" of relation \"" + relation.name() + "\" does not exist",
                    of.at());
        }
        return column.type();
    }

    private Relation relation(java.util.List<String> names, int used, Position at) {
        Relation relation = view.relation(used > 1 ? names.get(used - 2) : null, names.get(used - 1));
        if (relation == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_TABLE,
                    "relation \"" + String.join(".", names.subList(0, used)) + "\" does not exist",
                    at);
        }
        return relation;
    }

    private SqlType array(SqlType type, boolean array) {
        return array ? view.typed(view.arrayType(type.oid())) : type;
    }
}
