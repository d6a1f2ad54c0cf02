package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER TEXT SEARCH CONFIGURATION.
public record AlterTSConfigurationStmt(
        AlterTSConfigType kind,
        List<String> cfgname,
        List<String> tokentype,
        List<QualifiedName> dicts,
        boolean override,
        boolean replace,
        boolean missingOk,
        Position at)
        implements UtilityStatement {
    public AlterTSConfigurationStmt {
        cfgname = List.copyOf(cfgname);
        tokentype = List.copyOf(tokentype);
        dicts = List.copyOf(dicts);
    }
}
