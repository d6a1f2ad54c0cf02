package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DefElemAction;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.QualifiedName;
import org.pgherd.grammar.ast.TypeName;

/// Options in their various forms.
final class Options {
    private Options() {}

    /// (namespace.name = value, ...), or nothing.
    static String relation(List<DefElem> options) {
        return parens("", options, Options::assigned);
    }

    static String with(List<DefElem> options) {
        return options.isEmpty() ? "" : "WITH " + relation(options);
    }

    static String assigned(DefElem o) {
        String namespace = o.defnamespace();
        return (namespace == null ? "" : name(namespace) + ".")
                + name(o.defname())
                + given(" =", o.arg(), Options::argument);
    }

    /// A value of a definition. A constant cannot be told from the keyword it may have been.
    static String argument(Node n) {
        return switch (n) {
            case TypeName t -> TypeNames.type(t);
            case QualifiedName q -> operator(q.names());
            case Expr e -> Expressions.expr(e);
            default -> throw new AssertionError("no value of an option");
        };
    }

    /// EXPLAIN, VACUUM, COPY...: (name value, ...).
    static String utility(DefElem o) {
        return spaced(name(o.defname()), given("", o.arg(), Options::utilityArgument));
    }

    private static String utilityArgument(Node n) {
        return switch (n) {
            case AStar _ -> "*";
            case NodeList l -> "(" + list(l.items(), Options::utilityArgument) + ")";
            case BooleanConst b -> b.boolval() ? "TRUE" : "FALSE";
            case Expr e -> Expressions.expr(e);
            default -> throw new AssertionError("no value of an option");
        };
    }

    /// OPTIONS (name 'value', ...) of foreign objects, with SET, ADD and DROP of ALTER.
    static String generic(List<DefElem> options) {
        return parens("OPTIONS", options, Options::change);
    }

    private static String change(DefElem o) {
        String action =
                o.defaction() == DefElemAction.UNSPEC ? "" : o.defaction().name();
        return spaced(action, name(o.defname()), given("", o.arg(), Options::argument));
    }
}
