package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// IMPORT FOREIGN SCHEMA.
public record ImportForeignSchemaStmt(
        String serverName,
        String remoteSchema,
        String localSchema,
        ImportForeignSchemaType listType,
        List<RangeVar> tableList,
        List<DefElem> options,
        Position at)
        implements UtilityStatement {
    public ImportForeignSchemaStmt {
        tableList = List.copyOf(tableList);
        options = List.copyOf(options);
    }
}
