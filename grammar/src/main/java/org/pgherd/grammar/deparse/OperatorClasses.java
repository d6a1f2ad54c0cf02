package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.pgherd.grammar.ast.AlterOpFamilyStmt;
import org.pgherd.grammar.ast.CreateOpClassItem;
import org.pgherd.grammar.ast.CreateOpClassStmt;
import org.pgherd.grammar.ast.CreateOpFamilyStmt;
import org.pgherd.grammar.ast.ObjectWithArgs;

/// Operator classes and families.
final class OperatorClasses {
    private OperatorClasses() {}

    static String create(CreateOpClassStmt s) {
        return spaced(
                "CREATE OPERATOR CLASS",
                dotted(s.opclassname()),
                when(s.isDefault(), "DEFAULT"),
                "FOR TYPE",
                TypeNames.type(s.datatype()),
                "USING",
                name(s.amname()),
                s.opfamilyname().isEmpty() ? "" : "FAMILY " + dotted(s.opfamilyname()),
                "AS",
                list(s.items(), OperatorClasses::item));
    }

    static String family(CreateOpFamilyStmt s) {
        return "CREATE OPERATOR FAMILY " + dotted(s.opfamilyname()) + " USING " + name(s.amname());
    }

    static String alter(AlterOpFamilyStmt s) {
        return spaced(
                "ALTER OPERATOR FAMILY",
                dotted(s.opfamilyname()),
                "USING",
                name(s.amname()),
                s.isDrop() ? "DROP" : "ADD",
                list(s.items(), OperatorClasses::item));
    }

    private static String item(CreateOpClassItem i) {
        ObjectWithArgs named = i.name();
        String types = parens("", i.classArgs(), TypeNames::type);
        return switch (i.itemtype()) {
            case STORAGETYPE -> "STORAGE " + given("", i.storedtype(), TypeNames::type);
            case FUNCTION ->
                spaced("FUNCTION", Integer.toString(i.number()), types, given("", named, Routines::reference));
            case OPERATOR ->
                spaced(
                        "OPERATOR",
                        Integer.toString(i.number()),
                        types,
                        given("", named, o -> anyOperator(o.objname())),
                        named == null ? "" : parens("", named.objargs(), TypeNames::type),
                        i.orderFamily().isEmpty() ? "" : "FOR ORDER BY " + dotted(i.orderFamily()));
        };
    }
}
