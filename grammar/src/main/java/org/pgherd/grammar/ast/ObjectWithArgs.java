package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A routine or operator by name and input types.
public record ObjectWithArgs(
        List<String> objname,
        List<TypeName> objargs,
        List<FunctionParameter> objfuncargs,
        boolean argsUnspecified,
        Position at)
        implements Node {
    public ObjectWithArgs {
        objname = List.copyOf(objname);
        objargs = List.copyOf(objargs);
        objfuncargs = List.copyOf(objfuncargs);
    }
}
