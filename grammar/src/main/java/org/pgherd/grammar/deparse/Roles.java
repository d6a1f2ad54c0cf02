package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.ast.AccessPriv;
import org.pgherd.grammar.ast.AlterDefaultPrivilegesStmt;
import org.pgherd.grammar.ast.AlterRoleSetStmt;
import org.pgherd.grammar.ast.AlterRoleStmt;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.CreateRoleStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DropOwnedStmt;
import org.pgherd.grammar.ast.DropRoleStmt;
import org.pgherd.grammar.ast.GrantRoleStmt;
import org.pgherd.grammar.ast.GrantStmt;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.ReassignOwnedStmt;
import org.pgherd.grammar.ast.RoleSpec;
import org.pgherd.grammar.ast.StringConst;

/// Roles and privileges.
final class Roles {
    private Roles() {}

    static String role(RoleSpec r) {
        return switch (r.roletype()) {
            case CSTRING -> given("", r.rolename(), SqlWords::name);
            case PUBLIC -> "PUBLIC";
            case CURRENT_ROLE, CURRENT_USER, SESSION_USER -> r.roletype().name();
        };
    }

    private static String roles(List<RoleSpec> roles) {
        return list(roles, Roles::role);
    }

    static String drop(DropRoleStmt s) {
        return spaced("DROP ROLE", ifExists(s.missingOk()), roles(s.roles()));
    }

    static String dropOwned(DropOwnedStmt s) {
        return spaced("DROP OWNED BY", roles(s.roles()), Sessions.behavior(s.behavior()));
    }

    static String create(CreateRoleStmt s) {
        return spaced("CREATE", s.stmtType().name(), name(s.role()), joined(" ", s.options(), Roles::option));
    }

    private static String option(DefElem o) {
        boolean on = o.arg() instanceof BooleanConst b && b.boolval();
        String value = o.arg() instanceof NodeList l
                ? list(l.items(), n -> n instanceof RoleSpec r ? role(r) : "")
                : given("", o.arg(), Options::argument);
        return switch (o.defname()) {
            case "superuser", "createrole", "createdb", "bypassrls", "inherit" ->
                when(!on, "NO") + o.defname().toUpperCase(Locale.ROOT);
            case "isreplication" -> on ? "REPLICATION" : "NOREPLICATION";
            case "canlogin" -> on ? "LOGIN" : "NOLOGIN";
            case "password" -> "PASSWORD " + (value.isEmpty() ? "NULL" : value);
            case "connectionlimit" -> "CONNECTION LIMIT " + value;
            case "validUntil" -> "VALID UNTIL " + value;
            case "sysid" -> "SYSID " + value;
            case "adminmembers" -> "ADMIN " + value;
            case "rolemembers" -> "USER " + value;
            default -> "IN ROLE " + value;
        };
    }

    static String grant(GrantStmt s) {
        String target = switch (s.targtype()) {
            case OBJECT ->
                spaced(
                        when(s.objtype() == ObjectType.FOREIGN_SERVER, "FOREIGN"),
                        Drops.kind(s.objtype()),
                        list(s.objects(), o -> object(s.objtype(), o)));
            case ALL_IN_SCHEMA ->
                spaced("ALL", s.objtype().name() + "S IN SCHEMA", list(s.objects(), o -> object(s.objtype(), o)));
            case DEFAULTS ->
                s.objtype() == ObjectType.LARGEOBJECT
                        ? "LARGE OBJECTS"
                        : s.objtype().name() + "S";
        };
        return spaced(
                s.isGrant() ? "GRANT" : "REVOKE",
                when(!s.isGrant() && s.grantOption(), "GRANT OPTION FOR"),
                s.privileges().isEmpty() ? "ALL" : list(s.privileges(), Roles::privilege),
                "ON",
                target,
                s.isGrant() ? "TO" : "FROM",
                roles(s.grantees()),
                when(s.isGrant() && s.grantOption(), "WITH GRANT OPTION"),
                given("GRANTED BY", s.grantor(), Roles::role),
                Sessions.behavior(s.behavior()));
    }

    private static String object(ObjectType type, Node n) {
        return switch (type) {
            case PARAMETER_ACL -> n instanceof StringConst s ? setting(s.sval()) : "";
            default -> Drops.object(type, n);
        };
    }

    private static String privilege(AccessPriv p) {
        String name = p.privName();
        String word = name == null
                ? "ALL"
                : switch (name) {
                    case "select", "references", "create", "alter system" -> name.toUpperCase(Locale.ROOT);
                    default -> name(name);
                };
        return spaced(word, columns(p.cols()));
    }

    static String grantRole(GrantRoleStmt s) {
        String options = list(s.opt(), o -> name(o.defname()) + " " + given("", o.arg(), Options::argument));
        return spaced(
                s.isGrant() ? "GRANT" : "REVOKE",
                s.isGrant() ? "" : list(s.opt(), o -> name(o.defname()) + " OPTION FOR"),
                list(s.grantedRoles(), Roles::privilege),
                s.isGrant() ? "TO" : "FROM",
                roles(s.granteeRoles()),
                s.isGrant() && !options.isEmpty() ? "WITH " + options : "",
                given("GRANTED BY", s.grantor(), Roles::role),
                Sessions.behavior(s.behavior()));
    }

    static String reassign(ReassignOwnedStmt s) {
        return "REASSIGN OWNED BY " + roles(s.roles()) + " TO " + role(s.newrole());
    }

    static String alter(AlterRoleStmt s) {
        return s.action() < 0
                ? spaced("ALTER GROUP", role(s.role()), "DROP", joined(" ", s.options(), Roles::option))
                : spaced("ALTER ROLE", role(s.role()), joined(" ", s.options(), Roles::option));
    }

    static String alterSet(AlterRoleSetStmt s) {
        RoleSpec role = s.role();
        return spaced(
                "ALTER ROLE",
                role == null ? "ALL" : role(role),
                given("IN DATABASE", s.database(), SqlWords::name),
                Sessions.set(s.setstmt()));
    }

    static String defaults(AlterDefaultPrivilegesStmt s) {
        return spaced("ALTER DEFAULT PRIVILEGES", joined(" ", s.options(), Roles::scope), grant(s.action()));
    }

    private static String scope(DefElem o) {
        List<Node> items = o.arg() instanceof NodeList l ? l.items() : List.of();
        return o.defname().equals("roles")
                ? "FOR ROLE " + list(items, n -> n instanceof RoleSpec r ? role(r) : "")
                : "IN SCHEMA " + list(items, n -> Drops.object(ObjectType.SCHEMA, n));
    }
}
