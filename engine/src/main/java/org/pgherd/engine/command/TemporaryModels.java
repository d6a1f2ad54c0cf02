package org.pgherd.engine.command;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.TableElement;
import org.pgherd.grammar.ast.TableLikeClause;

/// CREATE TABLE (LIKE temporary table): only the catalog shard has the temporary table, the other shards are told its
/// columns (transformTableLikeClause of parse_utilcmd.c, without INCLUDING).
final class TemporaryModels {
    private final SessionState session;

    TemporaryModels(SessionState session) {
        this.session = session;
    }

    /// The statement for shards that lack the temporary tables it names.
    ///
    /// @param start where the statement begins in the text that its positions refer to
    String written(CreateStmt create, String sql, int start) {
        StringBuilder text = new StringBuilder(sql);
        for (TableElement element : create.tableElts().reversed()) {
            if (element instanceof TableLikeClause like) {
                Relation model = session.view()
                        .relation(like.relation().schemaname(), like.relation().relname());
                if (model != null && model.persistence() == Persistence.TEMPORARY) {
                    String columns = columns(model);
                    if (like.options() != 0 || columns == null) {
                        throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "CREATE TABLE (LIKE) of temporary table \"" + model.name()
                                        + "\" with INCLUDING options or without columns is not supported",
                                like.at());
                    }
                    text.replace(like.at().start() - start, like.at().end() - start, columns);
                }
            }
        }
        return text.toString();
    }

    private @Nullable String columns(Relation model) {
        return TextRows.single(
                session.catalogShard(false),
                "SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' '"
                        + " || pg_catalog.format_type(a.atttypid, a.atttypmod)"
                        + " || CASE WHEN a.attcollation <> t.typcollation"
                        + " THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation ELSE '' END"
                        + " || CASE WHEN a.attnotnull THEN pg_catalog.concat(' CONSTRAINT ' ||"
                        + " pg_catalog.quote_ident(c.conname), ' NOT NULL') ELSE '' END, ', ' ORDER BY a.attnum)"
                        + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
                        + " LEFT JOIN pg_catalog.pg_constraint c ON c.conrelid = a.attrelid AND c.contype = 'n'"
                        + " AND c.conkey = ARRAY[a.attnum]"
                        + " WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = "
                        + Integer.toUnsignedString(model.oid()));
    }
}
