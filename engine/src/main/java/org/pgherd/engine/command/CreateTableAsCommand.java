package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.engine.sharding.TableDeclaration;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.IntoClause;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.type.SqlType;

/// CREATE TABLE AS and SELECT INTO (createas.c): the table is made from the query's columns on every shard and
/// placed,
/// then filled by the INSERT .. SELECT that the planner knows.
final class CreateTableAsCommand {
    private final SessionState session;
    private final DefinitionCommand definitions;

    /// Runs `INSERT INTO <table> <query>` and tells how many rows there were.
    interface Filling {
        long insertInto(String qualifiedTable);
    }

    CreateTableAsCommand(SessionState session, DefinitionCommand definitions) {
        this.session = session;
        this.definitions = definitions;
    }

    /// @param emptyTag the command's tag WITH NO DATA
    StatementResult run(
            IntoClause into, boolean ifNotExists, List<ResultColumn> columns, String emptyTag, Filling filling) {
        RangeVar name = into.rel();
        Relation existing = name.schemaname() == null && session.view().path().creationSchema() != null
                ? session.snapshot()
                        .catalog()
                        .relation(String.valueOf(session.view().path().creationSchema()), name.relname())
                : name.schemaname() == null ? null : session.view().relation(name.schemaname(), name.relname());
        if (existing != null && name.relpersistence() != 't') {
            if (!ifNotExists) {
                throw new SqlException(SqlState.DUPLICATE_TABLE, "relation \"" + name.relname() + "\" already exists");
            }
            session.notice(new Notice(
                    SqlState.DUPLICATE_TABLE,
                    "relation \"" + name.relname() + "\" already exists, skipping",
                    org.pgherd.errors.ErrorFields.NONE.withSeverity("NOTICE")));
            return new StatementResult.Command("CREATE TABLE AS");
        }
        boolean temporary = name.relpersistence() == 't'
                || name.schemaname() != null && name.schemaname().startsWith("pg_temp");
        TableDeclaration declared = TableDeclaration.of(into.options());
        return definitions.inTransaction(() -> {
            Set<Integer> before = new HashSet<>();
            session.snapshot().catalog().relations().forEach(relation -> before.add(relation.oid()));
            String qualified = (name.schemaname() == null ? "" : PlacementWriter.quoted(name.schemaname()) + ".")
                    + PlacementWriter.quoted(name.relname());
            Broadcast.run(session, DefinitionTargets.shards(temporary, session), definition(into, columns), true);
            session.definitionsChanged(temporary);
            if (!temporary) {
                definitions.place(before, declared);
            }
            if (into.skipData()) {
                return new StatementResult.Command(emptyTag);
            }
            return new StatementResult.Command("SELECT " + filling.insertInto(qualified));
        });
    }

    /// The statement for the shards: the same, with an empty query of the same columns.
    private String definition(IntoClause into, List<ResultColumn> columns) {
        if (into.colNames().size() > columns.size()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "too many column names were specified");
        }
        List<DefElem> options = into.options().stream()
                .filter(option -> !TableDeclaration.NAMESPACE.equals(option.defnamespace()))
                .toList();
        Statement query = SqlParser.parse("SELECT " + String.join(", ", nulls(into, columns)))
                .getFirst()
                .stmt();
        IntoClause shape = new IntoClause(
                into.rel(),
                List.of(),
                into.accessMethod(),
                options,
                into.onCommit(),
                into.tableSpaceName(),
                true,
                into.at());
        return Deparser.sql(new CreateTableAsStmt(query, shape, ObjectType.TABLE, false, into.at()));
    }

    private List<String> nulls(IntoClause into, List<ResultColumn> columns) {
        List<String> nulls = new ArrayList<>();
        @Nullable String[] types = typeNames(columns);
        for (int i = 0; i < columns.size(); i++) {
            String column = i < into.colNames().size()
                    ? into.colNames().get(i)
                    : columns.get(i).name();
            String type = String.valueOf(types[i]);
            nulls.add("NULL::" + (type.equals("unknown") ? "text" : type)
                    + collate(column, columns.get(i).type()) + " AS " + PlacementWriter.quoted(column));
        }
        return nulls;
    }

    private @Nullable String[] typeNames(List<ResultColumn> columns) {
        StringBuilder types = new StringBuilder("SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            types.append(i == 0 ? "" : ", ")
                    .append("pg_catalog.format_type(")
                    .append(Integer.toUnsignedString(columns.get(i).type().oid()))
                    .append(", ")
                    .append(columns.get(i).type().typmod())
                    .append(')');
        }
        return columns.isEmpty()
                ? new String[0]
                : TextRows.of(session.catalogShard(false), types.toString()).getFirst();
    }

    /// The column's collation if it is not its type's own (heap.c:CheckAttributeType, createas.c:intorel_startup).
    private String collate(String column, SqlType type) {
        int usual = session.view().typeCollation(type.oid());
        if (usual == 0 || usual == type.collation()) {
            return "";
        }
        CollationRow collation = session.view().collation(type.collation());
        if (collation == null) {
            throw new SqlException(
                            SqlState.INDETERMINATE_COLLATION,
                            "no collation was derived for column \"" + column + "\" with collatable type "
                                    + session.view().formatType(type.oid()))
                    .withHint("Use the COLLATE clause to set the collation explicitly.");
        }
        return " COLLATE " + PlacementWriter.quoted(collation.schema()) + "."
                + PlacementWriter.quoted(collation.name());
    }
}
