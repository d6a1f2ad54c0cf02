package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE FUNCTION and PROCEDURE; `options` as, language, volatility...; RETURNS TABLE columns are parameters
/// of mode TABLE.
public record CreateFunctionStmt(
        boolean isProcedure,
        boolean replace,
        List<String> funcname,
        List<FunctionParameter> parameters,
        @Nullable TypeName returnType,
        List<DefElem> options,
        @Nullable Statement sqlBody,
        Position at)
        implements UtilityStatement {
    public CreateFunctionStmt {
        funcname = List.copyOf(funcname);
        parameters = List.copyOf(parameters);
        options = List.copyOf(options);
    }
}
