package org.pgherd.analyzer.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.pgherd.analyzer.catalog.CatalogBuilder;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.DomainConstraint;
import org.pgherd.analyzer.parse.TypeReferences;
import org.pgherd.grammar.ast.ConstrType;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.CreateDomainStmt;
import org.pgherd.grammar.ast.CreateEnumStmt;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;

/// Enums, domains, row types, and the array type of each (typecmds.c).
final class TypeDefinitions {
    private static final int ARRAY_SUBSCRIPT_HANDLER = 6179;

    private final CatalogBuilder builder;
    private final Supplier<CatalogView> view;

    TypeDefinitions(CatalogBuilder builder, Supplier<CatalogView> view) {
        this.builder = builder;
        this.view = view;
    }

    void enumeration(CreateEnumStmt statement) {
        int oid = builder.newOid();
        int array = builder.newOid();
        String name = statement.typeName().getLast();
        String schema = DefinitionScript.schema(statement.typeName());
        builder.type(new TypeRow(
                oid, name, schema, 4, true, 'e', 'E', false, true, ',', 0, 0, 0, array, 3506, 3507, 3532, 3533, 0, 0,
                'i', 'p', false, 0, -1, 0, 0));
        array(array, oid, name, schema, 'i', 0);
        List<TypeLookup.EnumLabel> labels = new ArrayList<>();
        for (String value : statement.vals()) {
            labels.add(new TypeLookup.EnumLabel(builder.newOid(), labels.size() + 1, value));
        }
        builder.enumLabels(oid, labels);
    }

    void domain(CreateDomainStmt statement) {
        SqlType base = TypeReferences.resolve(view.get(), statement.typeName());
        TypeRow of = view.get().typeRow(base.oid());
        int oid = builder.newOid();
        int array = builder.newOid();
        String name = statement.domainname().getLast();
        String schema = DefinitionScript.schema(statement.domainname());
        boolean notNull = false;
        List<DomainConstraint> checks = new ArrayList<>();
        for (Constraint constraint : statement.constraints()) {
            notNull |= constraint.contype() == ConstrType.NOTNULL;
            if (constraint.contype() == ConstrType.CHECK && constraint.rawExpr() != null) {
                String given = constraint.conname();
                checks.add(new DomainConstraint(
                        given == null ? name + "_check" : given, Deparser.sql(constraint.rawExpr())));
            }
        }
        builder.type(new TypeRow(
                oid,
                name,
                schema,
                of.length(),
                of.byValue(),
                'd',
                of.category(),
                false,
                true,
                of.delimiter(),
                0,
                of.subscriptOid(),
                of.elementOid(),
                array,
                2597,
                of.outputOid(),
                2598,
                of.sendOid(),
                0,
                0,
                of.alignment(),
                of.storage(),
                notNull,
                base.oid(),
                base.typmod(),
                0,
                base.collation()));
        array(array, oid, name, schema, of.alignment(), base.collation());
        if (!checks.isEmpty()) {
            builder.domainConstraints(oid, checks);
        }
    }

    /// The type of a relation's rows.
    int row(int relation, String name, String schema) {
        int oid = builder.newOid();
        int array = builder.newOid();
        builder.type(new TypeRow(
                oid, name, schema, -1, false, 'c', 'C', false, true, ',', relation, 0, 0, array, 2290, 2291, 2402, 2403,
                0, 0, 'd', 'x', false, 0, -1, 0, 0));
        array(array, oid, name, schema, 'd', 0);
        return oid;
    }

    private void array(int oid, int element, String name, String schema, char alignment, int collation) {
        builder.type(new TypeRow(
                oid,
                "_" + name,
                schema,
                -1,
                false,
                'b',
                'A',
                false,
                true,
                ',',
                0,
                ARRAY_SUBSCRIPT_HANDLER,
                element,
                0,
                750,
                751,
                2400,
                2401,
                0,
                0,
                alignment == 'd' ? 'd' : 'i',
                'x',
                false,
                0,
                -1,
                0,
                collation));
    }
}
