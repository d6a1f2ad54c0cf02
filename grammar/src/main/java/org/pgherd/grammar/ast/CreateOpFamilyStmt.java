package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE OPERATOR FAMILY.
public record CreateOpFamilyStmt(List<String> opfamilyname, String amname, Position at) implements UtilityStatement {
    public CreateOpFamilyStmt {
        opfamilyname = List.copyOf(opfamilyname);
    }
}
