package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.QualifiedName;
import org.pgherd.grammar.ast.TypeName;

/// Options of sequences and identity columns.
final class Sequences {
    private Sequences() {}

    static String options(List<DefElem> options) {
        return joined(" ", options, Sequences::option);
    }

    static String option(DefElem o) {
        Node arg = o.arg();
        String value = given("", arg, Sequences::value);
        return switch (o.defname()) {
            case "as" -> "AS " + value;
            case "cycle" -> arg instanceof BooleanConst b && b.boolval() ? "CYCLE" : "NO CYCLE";
            case "increment" -> "INCREMENT BY " + value;
            case "maxvalue", "minvalue" ->
                (arg == null ? "NO " : "") + spaced(o.defname().toUpperCase(Locale.ROOT), value);
            case "owned_by" -> "OWNED BY " + value;
            case "sequence_name" -> "SEQUENCE NAME " + value;
            case "generated" ->
                "GENERATED " + (arg instanceof IntegerConst i && i.ival() == 'a' ? "ALWAYS" : "BY DEFAULT");
            default -> spaced(o.defname().toUpperCase(Locale.ROOT), value);
        };
    }

    private static String value(Node n) {
        return switch (n) {
            case TypeName t -> TypeNames.type(t);
            case QualifiedName q -> dotted(q.names());
            case Expr e -> Expressions.expr(e);
            default -> throw new AssertionError("no value of a sequence's option");
        };
    }
}
