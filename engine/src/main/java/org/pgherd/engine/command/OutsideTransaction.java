package org.pgherd.engine.command;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.grammar.ast.AlterDatabaseStmt;
import org.pgherd.grammar.ast.AlterSystemStmt;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.ClusterStmt;
import org.pgherd.grammar.ast.CreateTableSpaceStmt;
import org.pgherd.grammar.ast.CreatedbStmt;
import org.pgherd.grammar.ast.DropStmt;
import org.pgherd.grammar.ast.DropTableSpaceStmt;
import org.pgherd.grammar.ast.DropdbStmt;
import org.pgherd.grammar.ast.IndexStmt;
import org.pgherd.grammar.ast.PartitionCmd;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.ReindexStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.VacuumStmt;

/// Commands that PostgreSQL runs only outside of a transaction block (PreventInTransactionBlock).
final class OutsideTransaction {
    private OutsideTransaction() {}

    static boolean isOutside(Statement statement, CatalogView view) {
        return switch (statement) {
            case CreatedbStmt _,
                    DropdbStmt _,
                    CreateTableSpaceStmt _,
                    DropTableSpaceStmt _,
                    AlterSystemStmt _,
                    AlterDatabaseStmt _ -> true;
            case ClusterStmt cluster -> cluster.relation() == null || isPartitioned(cluster.relation(), view);
            case VacuumStmt vacuum -> vacuum.isVacuumcmd();
            case ReindexStmt reindex ->
                reindex.relation() == null
                        || isPartitioned(reindex.relation(), view)
                        || reindex.params().stream()
                                .anyMatch(option -> option.defname().equals("concurrently"));
            case IndexStmt index -> index.concurrent();
            case DropStmt drop -> drop.concurrent();
            case AlterTableStmt alter ->
                AstWalk.all(alter, PartitionCmd.class).stream().anyMatch(PartitionCmd::concurrent);
            default -> false;
        };
    }

    /// Its partitions are worked on one by one, each in a transaction of its own.
    private static boolean isPartitioned(RangeVar name, CatalogView view) {
        Relation relation = view.relation(name.schemaname(), name.relname());
        return relation != null
                && (relation.kind() == RelationKind.PARTITIONED_TABLE
                        || relation.kind() == RelationKind.PARTITIONED_INDEX);
    }
}
