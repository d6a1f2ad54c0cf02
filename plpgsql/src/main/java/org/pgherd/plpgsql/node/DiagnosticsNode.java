package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Text;

/// GET DIAGNOSTICS, GET STACKED DIAGNOSTICS.
public final class DiagnosticsNode extends StatementNode {
    private final boolean stacked;
    private final String[] items;
    private final int routineOid;

    @Children
    private final TargetNode[] targets;

    public DiagnosticsNode(int line, boolean stacked, List<String> items, List<TargetNode> targets, int routineOid) {
        super(line);
        this.stacked = stacked;
        this.items = items.toArray(String[]::new);
        this.targets = targets.toArray(TargetNode[]::new);
        this.routineOid = routineOid;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        SqlException caught = invocation.caught;
        if (stacked && caught == null) {
            throw new SqlException(
                    SqlState.STACKED_DIAGNOSTICS_ACCESSED_WITHOUT_ACTIVE_HANDLER,
                    "GET STACKED DIAGNOSTICS cannot be used outside an exception handler");
        }
        for (int i = 0; i < items.length; i++) {
            switch (items[i]) {
                case "ROW_COUNT" -> targets[i].assign(frame, invocation.rowCount, SqlType.INT8);
                case "PG_ROUTINE_OID" -> targets[i].assign(frame, routineOid, SqlType.OID);
                case "PG_CONTEXT" -> targets[i].assign(frame, Text.of(invocation.where()), SqlType.TEXT);
                default -> {
                    if (caught == null) {
                        throw new AssertionError("not stacked");
                    }
                    String value = ofError(items[i], caught);
                    targets[i].assign(frame, Text.of(value == null ? "" : value), SqlType.TEXT);
                }
            }
        }
    }

    private static @Nullable String ofError(String item, SqlException error) {
        ErrorFields fields = error.fields();
        return switch (item) {
            case "COLUMN_NAME" -> fields.column();
            case "CONSTRAINT_NAME" -> fields.constraint();
            case "PG_DATATYPE_NAME" -> fields.dataType();
            case "MESSAGE_TEXT" -> error.message();
            case "TABLE_NAME" -> fields.table();
            case "SCHEMA_NAME" -> fields.schema();
            case "PG_EXCEPTION_DETAIL" -> fields.detail();
            case "PG_EXCEPTION_HINT" -> fields.hint();
            case "PG_EXCEPTION_CONTEXT" -> fields.context();
            case "RETURNED_SQLSTATE" -> error.state().code();
            default -> throw new AssertionError(item);
        };
    }

    @Override
    String what() {
        return stacked ? "GET STACKED DIAGNOSTICS" : "GET DIAGNOSTICS";
    }
}
