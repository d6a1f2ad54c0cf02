package org.pgherd.engine.command;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.grammar.ast.AlterPolicyStmt;
import org.pgherd.grammar.ast.CreatePolicyStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.Statement;

/// Policies are applied by the shard of a row, which sees its own rows only. One that reads rows of other shards would
/// hide
/// or show the wrong ones without a word, so it is refused.
final class PolicyGuard {
    private static final String READ_BY_POLICIES =
            "select distinct p.polname, p.polrelid, d.refobjid from pg_catalog.pg_policy p join pg_catalog.pg_depend d"
                    + " on d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and d.objid = p.oid"
                    + " and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass"
                    + " where d.refobjid <> p.polrelid";

    private final CatalogView view;
    private final ShardingCatalog sharding;

    PolicyGuard(CatalogView view, ShardingCatalog sharding) {
        this.view = view;
        this.sharding = sharding;
    }

    void check(Statement statement) {
        switch (statement) {
            case CreatePolicyStmt policy ->
                check(policy.policyName(), policy.table(), policy.qual(), policy.withCheck());
            case AlterPolicyStmt policy ->
                check(policy.policyName(), policy.table(), policy.qual(), policy.withCheck());
            default -> {}
        }
    }

    /// The policies that there are, after tables have moved: by the tables that they name.
    void checkAll(ShardConnection catalogShard) {
        for (@Nullable String[] row : TextRows.of(catalogShard, READ_BY_POLICIES)) {
            Relation table = view.catalog().relation(number(row[1]));
            Relation other = view.catalog().relation(number(row[2]));
            if (table != null && other != null && !isThere(sharding.of(other.oid()), sharding.of(table.oid()))) {
                throw refusal(String.valueOf(row[0]), table, other.name(), Position.NONE);
            }
        }
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseUnsignedInt(text);
    }

    private static SqlException refusal(String policy, Relation table, String read, Position at) {
        return new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "policy \"" + policy + "\" of \"" + table.name() + "\" reads \"" + read
                                + "\", whose rows are on other shards",
                        at)
                .withHint("Make it a reference table.");
    }

    private void check(String policy, RangeVar name, @Nullable Expr qual, @Nullable Expr withCheck) {
        Relation table = view.relation(name.schemaname(), name.relname());
        if (table == null) {
            return;
        }
        EffectAnalysis analysis = new EffectAnalysis(view);
        Distribution home = sharding.of(table.oid());
        for (Expr part : new @Nullable Expr[] {qual, withCheck}) {
            if (part == null) {
                continue;
            }
            for (int read : analysis.of(part).reads()) {
                if (!isThere(sharding.of(read), home)) {
                    Relation other = view.catalog().relation(read);
                    throw refusal(policy, table, other == null ? Integer.toString(read) : other.name(), part.at());
                }
            }
        }
    }

    /// Whether all rows of the one are where any row of the other is.
    private static boolean isThere(Distribution read, Distribution home) {
        return switch (read) {
            case Distribution.Reference _, Distribution.Catalog _ -> true;
            case Distribution.Single single -> home instanceof Distribution.Single own && own.shard() == single.shard();
            case Distribution.Schema schema -> home instanceof Distribution.Schema own && own.shard() == schema.shard();
            case Distribution.Hash _ -> false;
        };
    }
}
