package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE LANGUAGE.
public record CreatePLangStmt(
        boolean replace,
        String plname,
        List<String> plhandler,
        List<String> plinline,
        List<String> plvalidator,
        boolean pltrusted,
        Position at)
        implements UtilityStatement {
    public CreatePLangStmt {
        plhandler = List.copyOf(plhandler);
        plinline = List.copyOf(plinline);
        plvalidator = List.copyOf(plvalidator);
    }
}
