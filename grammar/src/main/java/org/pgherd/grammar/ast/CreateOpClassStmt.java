package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE OPERATOR CLASS.
public record CreateOpClassStmt(
        List<String> opclassname,
        List<String> opfamilyname,
        String amname,
        TypeName datatype,
        List<CreateOpClassItem> items,
        boolean isDefault,
        Position at)
        implements UtilityStatement {
    public CreateOpClassStmt {
        opclassname = List.copyOf(opclassname);
        opfamilyname = List.copyOf(opfamilyname);
        items = List.copyOf(items);
    }
}
