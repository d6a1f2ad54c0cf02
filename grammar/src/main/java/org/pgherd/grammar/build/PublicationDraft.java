package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.PublicationObjSpec;
import org.pgherd.grammar.ast.PublicationObjSpecType;
import org.pgherd.grammar.ast.PublicationTable;
import org.pgherd.grammar.ast.RangeVar;

/// The objects of a publication: one without TABLE or TABLES IN SCHEMA is of the kind of the one before it.
public final class PublicationDraft {
    private final List<PublicationObjSpec> objects = new ArrayList<>();

    /// What is done for each object when the list has ended; an error in the list's form comes first.
    private final List<Runnable> pending = new ArrayList<>();

    public void table(RangeVar relation, List<String> columns, @Nullable Expr where, Position at) {
        pending.add(() -> addTable(relation, columns, where, at));
    }

    public void schema(String name, Position at) {
        pending.add(() -> addSchema(name, at));
    }

    public void currentSchema(Position at) {
        pending.add(() -> addSchema(null, at));
    }

    /// With ONLY or a star, PostgreSQL sets no place, so that its errors point to the start of the text.
    public void more(RangeVar relation, List<String> columns, @Nullable Expr where, Position range, boolean extended) {
        pending.add(() -> addMore(relation, columns, where, range, extended ? Position.at(0) : range));
    }

    private void addMore(RangeVar relation, List<String> columns, @Nullable Expr where, Position range, Position at) {
        if (kind(at) == PublicationObjSpecType.TABLE) {
            addTable(relation, columns, where, range);
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
        addSchema(relation.relname(), range);
    }

    public void moreCurrentSchema(Position at) {
        pending.add(() -> {
            if (kind(at) == PublicationObjSpecType.TABLE) {
                throw NodeActions.error("invalid table name", at);
            }
            addSchema(null, at);
        });
    }

    /// TABLES without IN is a name, and if nothing that may follow a name does, the list has ended.
    public void tablesAlone(NodeActions parser) {
        if (parser.getInputStream().LA(1) != PgSql.TABLES) {
            return;
        }
        switch (parser.getInputStream().LA(2)) {
            case PgSql.IN, PgSql.LABEL_OP -> {
                if (parser.getInputStream().LA(3) != PgSql.SCHEMA) {
                    throw parser.syntaxError(parser.getInputStream().LT(3));
                }
            }
            case PgSql.COMMA, PgSql.DOT, PgSql.LP, PgSql.LB, PgSql.STAR, PgSql.WHERE, PgSql.WITH -> {}
            case PgSql.SEMI, PgSql.EOF -> {}
            default -> {
                Position at = parser.at(parser.getInputStream().LT(1));
                more(parser.rangeVar("tables", at), List.of(), null, at, false);
                build();
                throw parser.syntaxError(parser.getInputStream().LT(2));
            }
        }
    }

    private PublicationObjSpecType kind(Position at) {
        if (objects.isEmpty()) {
            throw invalidList(at);
        }
        return objects.get(objects.size() - 1).pubobjtype();
    }

    static SqlException invalidList(Position at) {
        return NodeActions.error("invalid publication object list", at)
                .withDetail("One of TABLE or TABLES IN SCHEMA must be specified before a standalone table or"
                        + " schema name.");
    }

    public List<PublicationObjSpec> build() {
        pending.forEach(Runnable::run);
        pending.clear();
        return objects;
    }

    private void addTable(RangeVar relation, List<String> columns, @Nullable Expr where, Position at) {
        objects.add(new PublicationObjSpec(
                PublicationObjSpecType.TABLE, null, new PublicationTable(relation, where, columns, at), at));
    }

    private void addSchema(@Nullable String name, Position at) {
        PublicationObjSpecType type =
                name == null ? PublicationObjSpecType.TABLES_IN_CUR_SCHEMA : PublicationObjSpecType.TABLES_IN_SCHEMA;
        objects.add(new PublicationObjSpec(type, name, null, at));
    }
}
