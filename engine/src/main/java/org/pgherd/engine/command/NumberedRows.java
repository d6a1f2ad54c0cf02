package org.pgherd.engine.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.sharding.Placement;
import org.pgherd.grammar.ast.AlterTableCmd;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.AlterTableType;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.ConstrType;
import org.pgherd.grammar.ast.FuncCall;

/// ALTER TABLE that numbers the rows that there are: a column added with a sequence of its own or with nextval() as its
/// default, a type changed USING nextval(). Sequences count on the catalog shard, so that is where the rows lie
/// meanwhile; else every shard would number its own from one on.
final class NumberedRows {
    private static final Set<String> SERIAL =
            Set.of("serial", "serial2", "serial4", "serial8", "smallserial", "bigserial");

    private final SessionState session;
    private final TableMove move;
    private final Map<Integer, Distribution> homes = new LinkedHashMap<>();

    NumberedRows(SessionState session) {
        this.session = session;
        this.move = new TableMove(session);
    }

    /// To the catalog shard, if the statement numbers rows.
    void gather(AlterTableStmt alter) {
        Relation table = session.view()
                .relation(alter.relation().schemaname(), alter.relation().relname());
        if (table != null && Placement.isPlaced(table) && alter.cmds().stream().anyMatch(NumberedRows::numbers)) {
            // foreign keys and triggers must not see rows go: they come back
            session.connections().withoutRules(() -> homes.putAll(move.lend(table)));
        }
    }

    /// To where they were, but for a table whose shard key is not what it was: that one is placed anew.
    void giveBack() {
        if (!homes.isEmpty()) {
            session.connections().withoutRules(this::placeAgain);
        }
    }

    private void placeAgain() {
        for (Map.Entry<Integer, Distribution> home : homes.entrySet()) {
            Relation table = session.snapshot().catalog().relation(home.getKey());
            if (table != null && holds(table, home.getValue())) {
                move.placeWithChildren(table, new Placement.Decision(home.getValue(), null));
            }
        }
    }

    private static boolean holds(Relation table, Distribution home) {
        if (!(home instanceof Distribution.Hash hash)) {
            return true;
        }
        Column key = table.column(hash.attnum());
        return !key.dropped()
                && key.type().oid() == hash.group().keyType()
                && Placement.unenforceableKey(table, hash.attnum()) == null;
    }

    private static boolean numbers(AlterTableCmd command) {
        if (command.def() == null
                || command.subtype() != AlterTableType.ADD_COLUMN
                        && command.subtype() != AlterTableType.ALTER_COLUMN_TYPE) {
            return false;
        }
        return AstWalk.all(command.def(), FuncCall.class).stream()
                        .anyMatch(call -> call.funcname().getLast().equals("nextval"))
                || command.def() instanceof ColumnDef column && hasSequence(column);
    }

    private static boolean hasSequence(ColumnDef column) {
        return column.typeName() != null
                        && column.typeName().names().size() == 1
                        && SERIAL.contains(column.typeName().names().getFirst())
                || column.constraints().stream().anyMatch(constraint -> constraint.contype() == ConstrType.IDENTITY);
    }
}
