package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.AlterDomainStmt;
import org.pgherd.grammar.ast.AlterEnumStmt;
import org.pgherd.grammar.ast.AlterObjectDependsStmt;
import org.pgherd.grammar.ast.AlterObjectSchemaStmt;
import org.pgherd.grammar.ast.AlterOwnerStmt;
import org.pgherd.grammar.ast.AlterStatsStmt;
import org.pgherd.grammar.ast.AlterTableMoveAllStmt;
import org.pgherd.grammar.ast.AlterTypeStmt;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.RangeVar;

/// ALTER that is common to many kinds of objects, and of types and domains.
final class Alterations {
    private Alterations() {}

    private static String target(ObjectType kind, @Nullable RangeVar relation, @Nullable Node object) {
        return relation != null ? FromItems.relation(relation) : given("", object, o -> Drops.object(kind, o));
    }

    static String schema(AlterObjectSchemaStmt s) {
        return spaced(
                "ALTER",
                Drops.kind(s.objectType()),
                ifExists(s.missingOk()),
                target(s.objectType(), s.relation(), s.object()),
                "SET SCHEMA",
                name(s.newschema()));
    }

    static String owner(AlterOwnerStmt s) {
        return spaced(
                "ALTER",
                Drops.kind(s.objectType()),
                target(s.objectType(), s.relation(), s.object()),
                "OWNER TO",
                Roles.role(s.newowner()));
    }

    static String depends(AlterObjectDependsStmt s) {
        RangeVar relation = s.relation();
        boolean trigger = s.objectType() == ObjectType.TRIGGER;
        return spaced(
                "ALTER",
                Drops.kind(s.objectType()),
                when(trigger, Drops.object(ObjectType.TABLE, s.object()) + " ON"),
                target(s.objectType(), relation, s.object()),
                when(s.remove(), "NO"),
                "DEPENDS ON EXTENSION",
                name(s.extname()));
    }

    static String moveAll(AlterTableMoveAllStmt s) {
        return spaced(
                "ALTER",
                Drops.kind(s.objtype()),
                "ALL IN TABLESPACE",
                name(s.origTablespacename()),
                s.roles().isEmpty() ? "" : "OWNED BY " + list(s.roles(), Roles::role),
                "SET TABLESPACE",
                name(s.newTablespacename()),
                when(s.nowait(), "NOWAIT"));
    }

    static String domain(AlterDomainStmt s) {
        String constraint = given("", s.name(), SqlWords::name);
        return spaced(
                "ALTER DOMAIN",
                dotted(s.typeName()),
                switch (s.subtype()) {
                    case SET_DEFAULT ->
                        s.def() instanceof Expr e ? "SET DEFAULT " + Expressions.expr(e) : "DROP DEFAULT";
                    case DROP_NOT_NULL -> "DROP NOT NULL";
                    case SET_NOT_NULL -> "SET NOT NULL";
                    case ADD_CONSTRAINT -> "ADD " + (s.def() instanceof Constraint c ? Constraints.domain(c) : "");
                    case DROP_CONSTRAINT ->
                        spaced("DROP CONSTRAINT", ifExists(s.missingOk()), constraint, Sessions.behavior(s.behavior()));
                    case VALIDATE_CONSTRAINT -> "VALIDATE CONSTRAINT " + constraint;
                });
    }

    static String enumeration(AlterEnumStmt s) {
        String old = s.oldVal();
        String added = given("", s.newVal(), SqlWords::string);
        return spaced(
                "ALTER TYPE",
                dotted(s.typeName()),
                old != null
                        ? "RENAME VALUE " + string(old) + " TO " + added
                        : spaced(
                                "ADD VALUE",
                                ifNotExists(s.skipIfNewValExists()),
                                added,
                                given(s.newValIsAfter() ? "AFTER" : "BEFORE", s.newValNeighbor(), SqlWords::string)));
    }

    static String type(AlterTypeStmt s) {
        return "ALTER TYPE " + dotted(s.typeName()) + " SET " + Definitions.changes(s.options());
    }

    static String statistics(AlterStatsStmt s) {
        Integer target = s.stxstattarget();
        return spaced(
                "ALTER STATISTICS",
                ifExists(s.missingOk()),
                dotted(s.defnames()),
                "SET STATISTICS",
                target == null ? "DEFAULT" : target.toString());
    }
}
