package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// The SQL/XML functions and IS DOCUMENT.
///
/// @param name of XMLELEMENT's element or XMLPI's target
/// @param argNames of the attributes of XMLELEMENT or the elements of XMLFOREST, which are `namedArgs`
/// @param document DOCUMENT rather than CONTENT, of XMLPARSE and XMLSERIALIZE
/// @param indent of XMLSERIALIZE
public record XmlExpr(
        Op op,
        @Nullable String name,
        List<String> argNames,
        List<Expr> namedArgs,
        List<Expr> args,
        boolean document,
        boolean indent,
        SqlType type,
        Position at)
        implements SyntaxExpr {
    /// XmlExprOp.
    public enum Op {
        XMLCONCAT,
        XMLELEMENT,
        XMLFOREST,
        XMLPARSE,
        XMLPI,
        XMLROOT,
        XMLSERIALIZE,
        DOCUMENT
    }

    public XmlExpr {
        argNames = List.copyOf(argNames);
        namedArgs = List.copyOf(namedArgs);
        args = List.copyOf(args);
    }

    @Override
    public List<Expr> arguments() {
        List<Expr> all = new ArrayList<>(namedArgs);
        all.addAll(args);
        return all;
    }

    @Override
    public XmlExpr withArguments(List<Expr> arguments) {
        int named = namedArgs.size();
        return new XmlExpr(
                op,
                name,
                argNames,
                arguments.subList(0, named),
                arguments.subList(named, arguments.size()),
                document,
                indent,
                type,
                at);
    }

    @Override
    public XmlExpr withoutPosition() {
        return new XmlExpr(op, name, argNames, namedArgs, args, document, indent, type, Position.NONE);
    }
}
