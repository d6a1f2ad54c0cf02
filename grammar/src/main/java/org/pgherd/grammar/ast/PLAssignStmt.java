package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A PL/pgSQL assignment; `val` is the expression as the SELECT that computes it; `nnames` counts the leading
/// names that may name the variable.
public record PLAssignStmt(String name, List<Indirection> indirection, int nnames, SelectStmt val, Position at)
        implements UtilityStatement {
    public PLAssignStmt {
        indirection = List.copyOf(indirection);
    }
}
