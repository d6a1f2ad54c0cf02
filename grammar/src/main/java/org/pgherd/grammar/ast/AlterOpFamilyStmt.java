package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER OPERATOR FAMILY.
public record AlterOpFamilyStmt(
        List<String> opfamilyname, String amname, boolean isDrop, List<CreateOpClassItem> items, Position at)
        implements UtilityStatement {
    public AlterOpFamilyStmt {
        opfamilyname = List.copyOf(opfamilyname);
        items = List.copyOf(items);
    }
}
