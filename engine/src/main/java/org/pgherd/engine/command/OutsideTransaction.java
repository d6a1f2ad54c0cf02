package org.pgherd.engine.command;

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
import org.pgherd.grammar.ast.ReindexStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.VacuumStmt;

/// Commands that PostgreSQL runs only outside of a transaction block (PreventInTransactionBlock).
final class OutsideTransaction {
    private OutsideTransaction() {}

    static boolean isOutside(Statement statement) {
        return switch (statement) {
            case CreatedbStmt _,
                    DropdbStmt _,
                    CreateTableSpaceStmt _,
                    DropTableSpaceStmt _,
                    AlterSystemStmt _,
                    AlterDatabaseStmt _ -> true;
            case ClusterStmt cluster -> cluster.relation() == null;
            case VacuumStmt vacuum -> vacuum.isVacuumcmd();
            case ReindexStmt reindex ->
                reindex.relation() == null
                        || reindex.params().stream()
                                .anyMatch(option -> option.defname().equals("concurrently"));
            case IndexStmt index -> index.concurrent();
            case DropStmt drop -> drop.concurrent();
            case AlterTableStmt alter ->
                AstWalk.all(alter, PartitionCmd.class).stream().anyMatch(PartitionCmd::concurrent);
            default -> false;
        };
    }
}
