package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.PublicationObjSpec;
import org.pgherd.grammar.ast.PublicationObjSpecType;
import org.pgherd.grammar.ast.PublicationTable;
import org.pgherd.grammar.ast.RangeVar;

/// The objects of a publication: one without TABLE or TABLES IN SCHEMA is of the kind of the one before it.
public final class PublicationDraft {
    private final List<PublicationObjSpec> objects = new ArrayList<>();

    public void table(RangeVar relation, List<String> columns, @Nullable Expr where, Position at) {
        objects.add(new PublicationObjSpec(
                PublicationObjSpecType.TABLE, null, new PublicationTable(relation, where, columns, at), at));
    }

    public void schema(String name, Position at) {
        objects.add(new PublicationObjSpec(PublicationObjSpecType.TABLES_IN_SCHEMA, name, null, at));
    }

    public void currentSchema(Position at) {
        objects.add(new PublicationObjSpec(PublicationObjSpecType.TABLES_IN_CUR_SCHEMA, null, null, at));
    }

    public void more(RangeVar relation, List<String> columns, @Nullable Expr where, Position at) {
        if (kind(at) == PublicationObjSpecType.TABLE) {
            table(relation, columns, where, at);
            return;
        }
        if (where != null) {
            throw NodeActions.error("WHERE clause not allowed for schema", at);
        }
        if (!columns.isEmpty()) {
            throw NodeActions.error("column specification not allowed for schema", at);
        }
        if (relation.schemaname() != null || !relation.inh()) {
            throw NodeActions.error("invalid schema name", at);
        }
        schema(relation.relname(), at);
    }

    public void moreCurrentSchema(NodeActions parser, Position at) {
        if (kind(at) == PublicationObjSpecType.TABLE) {
            throw NodeActions.error("invalid table name", at);
        }
        currentSchema(at);
    }

    private PublicationObjSpecType kind(Position at) {
        if (objects.isEmpty()) {
            throw invalidList(at);
        }
        return objects.get(objects.size() - 1).pubobjtype();
    }

    private static SqlException invalidList(Position at) {
        return NodeActions.error("invalid publication object list", at)
                .withDetail("One of TABLE or TABLES IN SCHEMA must be specified before a standalone table or"
                        + " schema name.");
    }

    public List<PublicationObjSpec> build(NodeActions parser) {
        return objects;
    }
}
