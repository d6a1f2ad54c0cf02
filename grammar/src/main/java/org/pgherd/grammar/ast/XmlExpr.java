package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// The XML expressions. XMLPARSE, XMLROOT and XMLEXISTS details are in `args`, as in PostgreSQL.
public record XmlExpr(
        XmlExprOp op,
        @Nullable String name,
        List<ResTarget> namedArgs,
        List<Expr> args,
        XmlOptionType xmloption,
        boolean indent,
        Position location,
        Position at)
        implements Expr {
    public XmlExpr {
        namedArgs = List.copyOf(namedArgs);
        args = List.copyOf(args);
    }
}
