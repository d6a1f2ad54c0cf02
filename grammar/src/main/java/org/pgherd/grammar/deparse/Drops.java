package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.pgherd.grammar.ast.CommentStmt;
import org.pgherd.grammar.ast.DropStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.ObjectWithArgs;
import org.pgherd.grammar.ast.QualifiedName;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.SecLabelStmt;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TypeName;

/// DROP, and how objects of each kind are named there, in COMMENT ON and SECURITY LABEL ON.
final class Drops {
    private Drops() {}

    static String drop(DropStmt s) {
        return spaced(
                "DROP",
                kind(s.removeType()),
                when(s.concurrent(), "CONCURRENTLY"),
                ifExists(s.missingOk()),
                list(s.objects(), o -> object(s.removeType(), o)),
                Sessions.behavior(s.behavior()));
    }

    static String kind(ObjectType type) {
        return switch (type) {
            case FDW -> "FOREIGN DATA WRAPPER";
            case FOREIGN_SERVER -> "SERVER";
            case LARGEOBJECT -> "LARGE OBJECT";
            case MATVIEW -> "MATERIALIZED VIEW";
            case OPCLASS -> "OPERATOR CLASS";
            case OPFAMILY -> "OPERATOR FAMILY";
            case STATISTIC_EXT -> "STATISTICS";
            case DOMCONSTRAINT, TABCONSTRAINT -> "CONSTRAINT";
            case TSCONFIGURATION -> "TEXT SEARCH CONFIGURATION";
            case TSDICTIONARY -> "TEXT SEARCH DICTIONARY";
            case TSPARSER -> "TEXT SEARCH PARSER";
            case TSTEMPLATE -> "TEXT SEARCH TEMPLATE";
            case PARAMETER_ACL -> "PARAMETER";
            case ACCESS_METHOD, AGGREGATE, AMOP, AMPROC, ATTRIBUTE, CAST, COLUMN, COLLATION -> words(type);
            case OPERATOR, CONVERSION, DATABASE, DEFAULT, DEFACL, DOMAIN, EVENT_TRIGGER, EXTENSION -> words(type);
            case FOREIGN_TABLE, FUNCTION, INDEX, LANGUAGE, POLICY, PROCEDURE, PUBLICATION -> words(type);
            case PUBLICATION_NAMESPACE, PUBLICATION_REL, ROLE, ROUTINE, RULE, SCHEMA, SEQUENCE -> words(type);
            case SUBSCRIPTION, TABLE, TABLESPACE, TRANSFORM, TRIGGER, TYPE, USER_MAPPING, VIEW -> words(type);
        };
    }

    private static String words(ObjectType type) {
        return type.name().replace('_', ' ');
    }

    static String object(ObjectType type, Node n) {
        return switch (n) {
            case QualifiedName q -> named(type, q.names());
            case TypeName t -> TypeNames.type(t);
            case ObjectWithArgs f -> withArgs(type, f);
            case NodeList l -> pair(type, l.items());
            case RangeVar r -> FromItems.relation(r);
            case Expr e -> Expressions.expr(e);
            default -> throw new AssertionError("no name of an object");
        };
    }

    private static String named(ObjectType type, List<String> names) {
        int last = names.size() - 1;
        return switch (type) {
            case POLICY, RULE, TRIGGER, TABCONSTRAINT ->
                name(names.get(last)) + " ON " + dotted(names.subList(0, last));
            case OPCLASS, OPFAMILY -> dotted(names.subList(1, last + 1)) + " USING " + name(names.get(0));
            default -> dotted(names);
        };
    }

    private static String withArgs(ObjectType type, ObjectWithArgs f) {
        if (type == ObjectType.OPERATOR) {
            return anyOperator(f.objname()) + " " + parens("", f.objargs(), TypeNames::type);
        }
        if (type == ObjectType.AGGREGATE && f.objfuncargs().isEmpty()) {
            return dotted(f.objname()) + "(*)";
        }
        return Routines.reference(f);
    }

    private static String pair(ObjectType type, List<Node> items) {
        String first = object(type, items.get(0));
        return switch (type) {
            case CAST -> "(" + first + " AS " + object(type, items.get(1)) + ")";
            case TRANSFORM -> "FOR " + first + " LANGUAGE " + object(type, items.get(1));
            case DOMCONSTRAINT -> (items.get(1) instanceof StringConst s ? name(s.sval()) : "") + " ON DOMAIN " + first;
            default -> throw new AssertionError(type);
        };
    }

    static String comment(CommentStmt s) {
        String text = s.comment();
        return "COMMENT ON " + kind(s.objtype()) + " " + object(s.objtype(), s.object()) + " IS "
                + (text == null ? "NULL" : string(text));
    }

    static String label(SecLabelStmt s) {
        String text = s.label();
        return spaced(
                "SECURITY LABEL",
                given("FOR", s.provider(), SqlWords::string),
                "ON",
                kind(s.objtype()),
                object(s.objtype(), s.object()),
                "IS",
                text == null ? "NULL" : string(text));
    }
}
