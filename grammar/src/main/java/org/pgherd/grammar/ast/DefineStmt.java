package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE AGGREGATE, OPERATOR, TYPE, COLLATION, TEXT SEARCH...
/// `numDirectArgs` is -1 but for ordered-set aggregates. An aggregate over (*) has no `args`.
public record DefineStmt(
        ObjectType kind,
        boolean oldstyle,
        List<String> defnames,
        List<FunctionParameter> args,
        int numDirectArgs,
        List<DefElem> definition,
        boolean ifNotExists,
        boolean replace,
        Position at)
        implements UtilityStatement {
    public DefineStmt {
        defnames = List.copyOf(defnames);
        args = List.copyOf(args);
        definition = List.copyOf(definition);
    }
}
