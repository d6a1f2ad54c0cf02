package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.AlterConstraintStmt;
import org.pgherd.grammar.ast.AlterTableCmd;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.AlterTableType;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.ConstrType;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.PartitionCmd;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.RenameStmt;
import org.pgherd.grammar.ast.ReplicaIdentityStmt;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TypeName;

/// ALTER TABLE and its like.
final class AlterTables {
    private AlterTables() {}

    static String alter(AlterTableStmt s) {
        boolean type = s.objtype() == ObjectType.TYPE;
        return spaced(
                "ALTER",
                Drops.kind(s.objtype()),
                ifExists(s.missingOk()),
                FromItems.relation(s.relation()),
                list(s.cmds(), c -> type ? attribute(c) : command(c)));
    }

    private static String attribute(AlterTableCmd c) {
        String behavior = Sessions.behavior(c.behavior());
        String name = given("", c.name(), SqlWords::name);
        return switch (c.def()) {
            case null -> spaced("DROP ATTRIBUTE", ifExists(c.missingOk()), name, behavior);
            case ColumnDef d ->
                c.subtype() == AlterTableType.ADD_COLUMN
                        ? spaced("ADD ATTRIBUTE", FromItems.column(d), behavior)
                        : spaced("ALTER ATTRIBUTE", name, type(d), behavior);
            default -> throw new AssertionError(c.subtype());
        };
    }

    private static String type(ColumnDef d) {
        return spaced(
                given("TYPE", d.typeName(), TypeNames::type),
                given("", d.collClause(), Expressions::collate),
                given("USING", d.rawDefault(), Expressions::expr));
    }

    private static String command(AlterTableCmd c) {
        String name = given("", c.name(), SqlWords::name);
        String column = "ALTER COLUMN " + (c.name() == null && c.num() > 0 ? Integer.toString(c.num()) : name);
        String behavior = Sessions.behavior(c.behavior());
        String exists = ifExists(c.missingOk());
        String def = definition(c.def());
        return switch (c.subtype()) {
            case ADD_COLUMN -> spaced("ADD COLUMN", ifNotExists(c.missingOk()), def);
            case COLUMN_DEFAULT -> def.isEmpty() ? column + " DROP DEFAULT" : column + " SET DEFAULT " + def;
            case DROP_NOT_NULL -> column + " DROP NOT NULL";
            case SET_NOT_NULL -> column + " SET NOT NULL";
            case SET_EXPRESSION -> column + " SET EXPRESSION AS (" + def + ")";
            case DROP_EXPRESSION -> spaced(column, "DROP EXPRESSION", exists);
            case SET_STATISTICS -> column + " SET STATISTICS " + (def.isEmpty() ? "DEFAULT" : def);
            case SET_OPTIONS -> column + " SET " + options(c.def());
            case RESET_OPTIONS -> column + " RESET " + options(c.def());
            case SET_STORAGE -> column + " SET STORAGE " + word(c.def());
            case SET_COMPRESSION -> column + " SET COMPRESSION " + word(c.def());
            case DROP_COLUMN -> spaced("DROP COLUMN", exists, name, behavior);
            case ADD_CONSTRAINT -> "ADD " + def;
            case ALTER_CONSTRAINT -> "ALTER CONSTRAINT " + def;
            case VALIDATE_CONSTRAINT -> "VALIDATE CONSTRAINT " + name;
            case DROP_CONSTRAINT -> spaced("DROP CONSTRAINT", exists, name, behavior);
            case ALTER_COLUMN_TYPE -> column + " " + (c.def() instanceof ColumnDef d ? type(d) : "");
            case ALTER_COLUMN_GENERIC_OPTIONS -> column + " " + generic(c.def());
            case CHANGE_OWNER -> "OWNER TO " + given("", c.newowner(), Roles::role);
            case CLUSTER_ON -> "CLUSTER ON " + name;
            case DROP_CLUSTER -> "SET WITHOUT CLUSTER";
            case SET_LOGGED -> "SET LOGGED";
            case SET_UNLOGGED -> "SET UNLOGGED";
            case DROP_OIDS -> "SET WITHOUT OIDS";
            case SET_ACCESS_METHOD -> "SET ACCESS METHOD " + (name.isEmpty() ? "DEFAULT" : name);
            case SET_TABLE_SPACE -> "SET TABLESPACE " + name;
            case SET_REL_OPTIONS -> "SET " + options(c.def());
            case RESET_REL_OPTIONS -> "RESET " + options(c.def());
            case ENABLE_TRIG -> "ENABLE TRIGGER " + name;
            case ENABLE_ALWAYS_TRIG -> "ENABLE ALWAYS TRIGGER " + name;
            case ENABLE_REPLICA_TRIG -> "ENABLE REPLICA TRIGGER " + name;
            case DISABLE_TRIG -> "DISABLE TRIGGER " + name;
            case ENABLE_TRIG_ALL -> "ENABLE TRIGGER ALL";
            case DISABLE_TRIG_ALL -> "DISABLE TRIGGER ALL";
            case ENABLE_TRIG_USER -> "ENABLE TRIGGER USER";
            case DISABLE_TRIG_USER -> "DISABLE TRIGGER USER";
            case ENABLE_RULE -> "ENABLE RULE " + name;
            case ENABLE_ALWAYS_RULE -> "ENABLE ALWAYS RULE " + name;
            case ENABLE_REPLICA_RULE -> "ENABLE REPLICA RULE " + name;
            case DISABLE_RULE -> "DISABLE RULE " + name;
            case ADD_INHERIT -> "INHERIT " + def;
            case DROP_INHERIT -> "NO INHERIT " + def;
            case ADD_OF -> "OF " + (c.def() instanceof TypeName t ? dotted(t.names()) : "");
            case DROP_OF -> "NOT OF";
            case REPLICA_IDENTITY -> "REPLICA IDENTITY " + def;
            case ENABLE_ROW_SECURITY -> "ENABLE ROW LEVEL SECURITY";
            case DISABLE_ROW_SECURITY -> "DISABLE ROW LEVEL SECURITY";
            case FORCE_ROW_SECURITY -> "FORCE ROW LEVEL SECURITY";
            case NO_FORCE_ROW_SECURITY -> "NO FORCE ROW LEVEL SECURITY";
            case GENERIC_OPTIONS -> generic(c.def());
            case ATTACH_PARTITION -> "ATTACH PARTITION " + def;
            case DETACH_PARTITION -> "DETACH PARTITION " + def;
            case DETACH_PARTITION_FINALIZE -> "DETACH PARTITION " + def + " FINALIZE";
            case ADD_IDENTITY -> column + " ADD " + def;
            case SET_IDENTITY -> column + " " + joined(" ", items(c.def()), AlterTables::identity);
            case DROP_IDENTITY -> spaced(column, "DROP IDENTITY", exists);
        };
    }

    private static String definition(@Nullable Node n) {
        return switch (n) {
            case null -> "";
            case ColumnDef d -> Tables.column(d);
            case Constraint c -> c.contype() == ConstrType.IDENTITY ? Constraints.column(c) : Constraints.table(c);
            case AlterConstraintStmt a -> constraint(a);
            case RangeVar r -> FromItems.qualified(r);
            case PartitionCmd p ->
                spaced(
                        FromItems.qualified(p.name()),
                        given("", p.bound(), Tables::bound),
                        when(p.concurrent(), "CONCURRENTLY"));
            case ReplicaIdentityStmt r ->
                switch (r.identityType()) {
                    case 'n' -> "NOTHING";
                    case 'f' -> "FULL";
                    case 'd' -> "DEFAULT";
                    default -> given("USING INDEX", r.name(), SqlWords::name);
                };
            case Expr e -> Expressions.expr(e);
            default -> "";
        };
    }

    private static String constraint(AlterConstraintStmt a) {
        return spaced(
                name(a.conname()),
                when(a.alterEnforceability(), a.isEnforced() ? "ENFORCED" : "NOT ENFORCED"),
                when(a.alterDeferrability(), a.deferrable() ? "DEFERRABLE" : "NOT DEFERRABLE"),
                when(a.alterDeferrability() && a.initdeferred(), "INITIALLY DEFERRED"),
                when(a.alterInheritability(), a.noinherit() ? "NO INHERIT" : "INHERIT"));
    }

    private static String word(@Nullable Node n) {
        return n instanceof StringConst s ? Tables.nameOrDefault(s.sval()) : "";
    }

    private static List<DefElem> items(@Nullable Node n) {
        List<DefElem> items = new ArrayList<>();
        if (n instanceof NodeList list) {
            for (Node item : list.items()) {
                if (item instanceof DefElem option) {
                    items.add(option);
                }
            }
        }
        return items;
    }

    private static String options(@Nullable Node n) {
        return Options.relation(items(n));
    }

    private static String generic(@Nullable Node n) {
        return Options.generic(items(n));
    }

    private static String identity(DefElem o) {
        return o.defname().equals("restart") ? Sequences.option(o) : "SET " + Sequences.option(o);
    }

    static String rename(RenameStmt s) {
        RangeVar relation = s.relation();
        String object = relation != null
                ? FromItems.relation(relation)
                : given("", s.object(), o -> Drops.object(s.renameType(), o));
        String sub = given("", s.subname(), SqlWords::name);
        String to = spaced("TO", name(s.newname()), Sessions.behavior(s.behavior()));
        String missing = ifExists(s.missingOk());
        String kind = Drops.kind(s.relationType());
        return switch (s.renameType()) {
            case POLICY, RULE, TRIGGER ->
                spaced("ALTER", Drops.kind(s.renameType()), missing, sub, "ON", object, "RENAME", to);
            case COLUMN -> spaced("ALTER", kind, missing, object, "RENAME COLUMN", sub, to);
            case ATTRIBUTE -> spaced("ALTER TYPE", object, "RENAME ATTRIBUTE", sub, to);
            case TABCONSTRAINT, DOMCONSTRAINT -> spaced("ALTER", kind, missing, object, "RENAME CONSTRAINT", sub, to);
            default -> spaced("ALTER", kind, missing, object.isEmpty() ? sub : object, "RENAME", to);
        };
    }
}
