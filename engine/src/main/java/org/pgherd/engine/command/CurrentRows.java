package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.session.PositionedStatement;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.session.ShardKeys;
import org.pgherd.engine.session.UpdatableScan;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.Batch;

/// The row on which a cursor stands, for UPDATE and DELETE WHERE CURRENT OF (execCurrentOf of execCurrent.c). A row
/// that
/// was changed since it was fetched is followed to its latest version by the shard that has it.
public final class CurrentRows implements PositionedStatement.Positions {
    private final SessionState session;
    private final Cursors cursors;
    private final FunctionContext functions;
    /// Of the last condition: the cursor whose row is about to get another shard key, and what to return of it.
    private @Nullable OpenCursor moving;
    private List<String> whereabouts = List.of();

    public CurrentRows(SessionState session, Cursors cursors, FunctionContext functions) {
        this.session = session;
        this.cursors = cursors;
        this.functions = functions;
    }

    @Override
    public @Nullable String condition(String name, RangeVar target, List<String> assigned) {
        moving = null;
        whereabouts = List.of();
        Relation table = session.view().relation(target.schemaname(), target.relname());
        if (table == null || table.kind() != RelationKind.TABLE && table.kind() != RelationKind.PARTITIONED_TABLE) {
            return null;
        }
        return name.isEmpty() ? "false" : condition(name, cursors.required(name), table, target, assigned);
    }

    private String condition(String name, OpenCursor cursor, Relation table, RangeVar target, List<String> assigned) {
        if (cursor.held()) {
            throw fault(name, "is held from a previous transaction");
        }
        List<Relation> members = members(table, target.inh());
        List<UpdatableScan.Source> sources = new ArrayList<>();
        for (Relation member : members) {
            UpdatableScan.Source source = source(name, cursor.scan(), member);
            if (!sources.contains(source)) {
                sources.add(source);
            }
        }
        @Nullable Object[] added = cursor.added();
        if (added == null) {
            throw fault(name, "is not positioned on a row");
        }
        String alias = Identifiers.quote(
                target.alias() == null ? target.relname() : target.alias().aliasname());
        StringJoiner any = new StringJoiner(" OR ");
        for (UpdatableScan.Source source : sources) {
            String condition = source.distribution() instanceof Distribution.Reference
                    ? byKey(source, added, alias)
                    : byPlace(source, cursor, added, alias, members, assigned);
            any.add(condition);
        }
        return any.length() == 0 ? "false" : any.toString();
    }

    @Override
    public List<String> whereabouts() {
        return whereabouts;
    }

    /// What a statement gives that was told to return where its row has gone, without that; the cursor is told.
    StatementResult told(StatementResult result, boolean returning) {
        OpenCursor cursor = moving;
        int added = whereabouts.size();
        moving = null;
        whereabouts = List.of();
        if (cursor == null || !(result instanceof StatementResult.Rows rows)) {
            return result;
        }
        List<ResultColumn> columns = rows.columns();
        List<@Nullable Object[]> shown = new ArrayList<>();
        try (rows) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    @Nullable Object[] values = new Object[columns.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = batch.column(i).boxed(row);
                    }
                    cursor.moved(values[values.length - 2], values[values.length - 1]);
                    shown.add(Arrays.copyOf(values, values.length - added));
                }
            }
        }
        return returning
                ? new MaterialRows(columns.subList(0, columns.size() - added), shown, rows.tag())
                : new StatementResult.Command(rows.tag());
    }

    private static SqlException fault(String name, String what) {
        return new SqlException(SqlState.INVALID_CURSOR_STATE, "cursor \"" + name + "\" " + what);
    }

    /// The tables of which the target has rows.
    private List<Relation> members(Relation table, boolean inherit) {
        List<Relation> found = new ArrayList<>();
        collect(table, inherit, found);
        found.removeIf(member -> member.kind() == RelationKind.PARTITIONED_TABLE);
        return found;
    }

    private void collect(Relation table, boolean inherit, List<Relation> found) {
        found.add(table);
        if (inherit) {
            for (int child : table.children()) {
                Relation relation = session.view().catalog().relation(child);
                if (relation != null && !found.contains(relation)) {
                    collect(relation, true, found);
                }
            }
        }
    }

    private UpdatableScan.Source source(String name, UpdatableScan scan, Relation member) {
        UpdatableScan.Source found = null;
        for (UpdatableScan.Source source : scan.sources()) {
            if (members(source.table().relation(), source.table().inherit()).contains(member)) {
                if (found != null) {
                    throw fault(name, "has multiple FOR UPDATE/SHARE references to table \"" + member.name() + "\"");
                }
                found = source;
            }
        }
        if (found == null) {
            throw fault(
                    name,
                    scan.locks()
                            ? "does not have a FOR UPDATE/SHARE reference to table \"" + member.name() + "\""
                            : "is not a simply updatable scan of table \"" + member.name() + "\"");
        }
        return found;
    }

    private String byPlace(
            UpdatableScan.Source source,
            OpenCursor cursor,
            @Nullable Object[] added,
            String alias,
            List<Relation> members,
            List<String> assigned) {
        int at = source.first() + source.identity().size();
        @Nullable Object[] place = cursor.place();
        Object ctid = place == null ? added[at] : place[1];
        Object keyValue = place == null ? added[source.first()] : place[0];
        Object tableoid = source.hasChildren()
                ? added[at + 1]
                : (Object) source.table().relation().oid();
        Relation member = tableoid == null ? null : session.view().catalog().relation(((Number) tableoid).intValue());
        if (ctid == null || member == null || !members.contains(member)) {
            return "false";
        }
        Column key = source.identity().isEmpty() ? null : source.identity().getFirst();
        String keyName = key == null ? "" : ", t." + Identifiers.quote(key.name());
        String qualified = Identifiers.quote(member.schema()) + "." + Identifiers.quote(member.name());
        String latest = "SELECT t.ctid" + keyName + " FROM ONLY " + qualified + " AS t WHERE t.ctid = (SELECT"
                + " pg_catalog.currtid2(" + SettingCommand.literal(qualified) + ", "
                + SettingCommand.literal(text(ctid, SqlType.of(TypeOids.TID))) + "))";
        List<@Nullable String[]> rows =
                TextRows.of(session.transaction().use(shard(source.distribution(), key, keyValue), false), latest);
        if (rows.isEmpty()) {
            if (cursor.hasChangedKey()) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "WHERE CURRENT OF for a row that has moved to another shard is not supported");
            }
            return "false";
        }
        // a row that changes its partition is not followed (ExecCrossPartitionUpdate)
        if (key != null && !source.hasChildren() && assigned.contains(key.name())) {
            moving = cursor;
            whereabouts = List.of(alias + "." + Identifiers.quote(key.name()), alias + ".ctid");
        }
        @Nullable String[] row = rows.getFirst();
        StringBuilder condition = new StringBuilder("(")
                .append(alias)
                .append(".ctid OPERATOR(pg_catalog.=) '")
                .append(row[0])
                .append("'::pg_catalog.tid");
        if (key != null) {
            condition.append(" AND ").append(equal(alias, key, row[1]));
        }
        if (source.hasChildren()) {
            condition.append(" AND ").append(alias).append(".tableoid OPERATOR(pg_catalog.=) ");
            condition.append(Integer.toUnsignedString(member.oid())).append("::pg_catalog.oid");
        }
        return condition.append(')').toString();
    }

    private static int shard(Distribution distribution, @Nullable Column key, @Nullable Object value) {
        return switch (distribution) {
            case Distribution.Hash hash when key != null -> ShardKeys.shardOf(hash.group(), value, key.type());
            case Distribution.Single single -> single.shard();
            case Distribution.Schema schema -> schema.shard();
            case Distribution.Catalog _, Distribution.Hash _, Distribution.Reference _ -> CatalogLoader.CATALOG_SHARD;
        };
    }

    /// A row of a reference table lies in many places: its key names it.
    private String byKey(UpdatableScan.Source source, @Nullable Object[] added, String alias) {
        if (source.identity().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "WHERE CURRENT OF for reference table \""
                            + source.table().relation().name() + "\" without a primary key is not supported");
        }
        StringJoiner all = new StringJoiner(" AND ", "(", ")");
        for (int i = 0; i < source.identity().size(); i++) {
            Column column = source.identity().get(i);
            Object value = added[source.first() + i];
            all.add(equal(alias, column, value == null ? null : text(value, column.type())));
        }
        return all.toString();
    }

    private String equal(String alias, Column column, @Nullable String text) {
        String name = alias + "." + Identifiers.quote(column.name());
        return text == null
                ? name + " IS NULL"
                : name + " = " + SettingCommand.literal(text) + "::"
                        + session.view().formatType(column.type());
    }

    private String text(Object value, SqlType type) {
        return Codecs.forType(type.oid(), session.view()).encodeText(value, functions);
    }
}
