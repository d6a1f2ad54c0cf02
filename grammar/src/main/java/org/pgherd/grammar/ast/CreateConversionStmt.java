package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE CONVERSION.
public record CreateConversionStmt(
        List<String> conversionName,
        String forEncodingName,
        String toEncodingName,
        List<String> funcName,
        boolean def,
        Position at)
        implements UtilityStatement {
    public CreateConversionStmt {
        conversionName = List.copyOf(conversionName);
        funcName = List.copyOf(funcName);
    }
}
