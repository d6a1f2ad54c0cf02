package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.copy.CopyFormat;
import org.pgherd.engine.copy.QueryCopyOut;
import org.pgherd.engine.copy.ShardCopyIn;
import org.pgherd.engine.copy.ShardCopyOut;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.session.Footprint;
import org.pgherd.engine.session.PolicyPlaces;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.grammar.ast.CopyStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.function.FunctionContext;

/// COPY (copy.c): rows of a sharded table go to and come from all its shards; what lies on one shard is passed
/// through.
final class CopyCommand {
    private final SessionState session;
    private final FunctionContext functions;

    CopyCommand(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
    }

    /// @param runQuery runs the text it is given, or the query of COPY (query) TO if that is null
    StatementResult run(
            RawStmt raw, CopyStmt copy, String source, Function<@Nullable String, StatementResult.Rows> runQuery) {
        String sql = source.substring(raw.at().start(), raw.at().end());
        if (copy.filename() != null || copy.isProgram()) {
            // a file of the server's: the catalog shard is that server
            return new StatementResult.Command(session.catalogShard(true).command(sql));
        }
        CopyFormat format = CopyFormat.of(copy.options());
        if (copy.relation() == null) {
            boolean here = Footprint.of(copy, session.view(), session.snapshot().sharding())
                    .onCatalogShard();
            return here
                    ? new ShardCopyOut(session, List.of(CatalogLoader.CATALOG_SHARD), sql, format, 0)
                    : new QueryCopyOut(runQuery.apply(null), format, functions, session);
        }
        Relation table = session.view()
                .relation(copy.relation().schemaname(), copy.relation().relname());
        if (table == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_TABLE,
                    "relation \""
                            + (copy.relation().schemaname() == null
                                    ? ""
                                    : copy.relation().schemaname() + ".")
                            + copy.relation().relname() + "\" does not exist");
        }
        Distribution distribution = session.snapshot().sharding().of(table.oid());
        if (copy.isFrom()) {
            return in(copy, table, distribution, sql, format);
        }
        return shardsDecide(table)
                ? out(copy, table, distribution, sql, format)
                : new QueryCopyOut(runQuery.apply(query(copy, table)), format, functions, session);
    }

    /// Whether the shards can apply the policies there are.
    private boolean shardsDecide(Relation table) {
        PolicyPlaces places =
                new PolicyPlaces(session.view(), session.snapshot().sharding());
        return !table.rowSecurity()
                || session.view().catalog().policies(table.oid()).stream()
                        .allMatch(policy -> places.apply(table, policy));
    }

    /// What COPY of a table with row-level security becomes (DoCopy of copy.c).
    private static String query(CopyStmt copy, Relation table) {
        List<String> columns = copy.attlist().isEmpty()
                ? table.columns().stream()
                        .filter(c -> !c.dropped() && !c.isGenerated())
                        .map(Column::name)
                        .toList()
                : copy.attlist();
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "SELECT ", " FROM ONLY "))
                + Identifiers.quote(table.schema()) + "." + Identifiers.quote(table.name());
    }

    private StatementResult out(
            CopyStmt copy, Relation table, Distribution distribution, String sql, CopyFormat format) {
        int columns = copy.attlist().isEmpty()
                ? visibleColumns(table)
                : copy.attlist().size();
        List<Integer> shards = switch (distribution) {
            case Distribution.Hash hash -> shardsOf(hash);
            case Distribution.Single single -> List.of(single.shard());
            case Distribution.Schema schema -> List.of(schema.shard());
            case Distribution.Reference _, Distribution.Catalog _ -> List.of(CatalogLoader.CATALOG_SHARD);
        };
        return new ShardCopyOut(session, shards, sql, format, columns);
    }

    private StatementResult in(
            CopyStmt copy, Relation table, Distribution distribution, String sql, CopyFormat format) {
        boolean own = session.transaction().beginImplicit(TransactionOptions.DEFAULT);
        boolean good = false;
        try {
            ShardCopyIn in = switch (distribution) {
                case Distribution.Hash hash ->
                    ShardCopyIn.split(session, functions, copy, table, hash, sql, format, own);
                case Distribution.Single single ->
                    ShardCopyIn.whole(session, List.of(single.shard()), sql, format, columns(copy, table), own);
                case Distribution.Schema schema ->
                    ShardCopyIn.whole(session, List.of(schema.shard()), sql, format, columns(copy, table), own);
                case Distribution.Reference _ ->
                    ShardCopyIn.whole(session, session.allShards(), sql, format, columns(copy, table), own);
                case Distribution.Catalog _ ->
                    ShardCopyIn.whole(
                            session, List.of(CatalogLoader.CATALOG_SHARD), sql, format, columns(copy, table), own);
            };
            good = true;
            return in;
        } finally {
            if (own && !good) {
                session.transaction().endImplicit(false);
                session.transactionEnded(false);
            }
        }
    }

    private static int columns(CopyStmt copy, Relation table) {
        return copy.attlist().isEmpty() ? visibleColumns(table) : copy.attlist().size();
    }

    private static int visibleColumns(Relation table) {
        return (int) table.columns().stream()
                .filter(c -> !c.dropped() && !c.isGenerated())
                .count();
    }

    private static List<Integer> shardsOf(Distribution.Hash hash) {
        List<Integer> shards = new ArrayList<>();
        hash.group().ranges().forEach(range -> {
            if (!shards.contains(range.shard())) {
                shards.add(range.shard());
            }
        });
        return shards;
    }
}
