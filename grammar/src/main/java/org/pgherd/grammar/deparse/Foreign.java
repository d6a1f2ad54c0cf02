package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.ast.AlterExtensionContentsStmt;
import org.pgherd.grammar.ast.AlterExtensionStmt;
import org.pgherd.grammar.ast.AlterFdwStmt;
import org.pgherd.grammar.ast.AlterForeignServerStmt;
import org.pgherd.grammar.ast.AlterUserMappingStmt;
import org.pgherd.grammar.ast.CreateExtensionStmt;
import org.pgherd.grammar.ast.CreateFdwStmt;
import org.pgherd.grammar.ast.CreateForeignServerStmt;
import org.pgherd.grammar.ast.CreateUserMappingStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DropUserMappingStmt;
import org.pgherd.grammar.ast.ImportForeignSchemaStmt;
import org.pgherd.grammar.ast.QualifiedName;
import org.pgherd.grammar.ast.RoleSpec;
import org.pgherd.grammar.ast.StringConst;

/// Foreign data: wrappers, servers, user mappings; and extensions.
final class Foreign {
    private Foreign() {}

    static String createWrapper(CreateFdwStmt s) {
        return spaced(
                "CREATE FOREIGN DATA WRAPPER",
                name(s.fdwname()),
                functions(s.funcOptions()),
                Options.generic(s.options()));
    }

    static String alterWrapper(AlterFdwStmt s) {
        return spaced(
                "ALTER FOREIGN DATA WRAPPER",
                name(s.fdwname()),
                functions(s.funcOptions()),
                Options.generic(s.options()));
    }

    private static String functions(List<DefElem> options) {
        return joined(" ", options, o -> {
            String word = o.defname().toUpperCase(Locale.ROOT);
            return o.arg() instanceof QualifiedName function ? word + " " + dotted(function.names()) : "NO " + word;
        });
    }

    static String createServer(CreateForeignServerStmt s) {
        return spaced(
                "CREATE SERVER",
                ifNotExists(s.ifNotExists()),
                name(s.servername()),
                given("TYPE", s.servertype(), SqlWords::string),
                given("VERSION", s.version(), SqlWords::string),
                "FOREIGN DATA WRAPPER",
                name(s.fdwname()),
                Options.generic(s.options()));
    }

    static String alterServer(AlterForeignServerStmt s) {
        String version = s.version();
        return spaced(
                "ALTER SERVER",
                name(s.servername()),
                s.hasVersion() ? "VERSION " + (version == null ? "NULL" : string(version)) : "",
                Options.generic(s.options()));
    }

    static String createMapping(CreateUserMappingStmt s) {
        return spaced(
                "CREATE USER MAPPING",
                ifNotExists(s.ifNotExists()),
                mapped(s.user(), s.servername()),
                Options.generic(s.options()));
    }

    static String alterMapping(AlterUserMappingStmt s) {
        return spaced("ALTER USER MAPPING", mapped(s.user(), s.servername()), Options.generic(s.options()));
    }

    static String dropMapping(DropUserMappingStmt s) {
        return spaced("DROP USER MAPPING", ifExists(s.missingOk()), mapped(s.user(), s.servername()));
    }

    private static String mapped(RoleSpec user, String server) {
        return "FOR " + Roles.role(user) + " SERVER " + name(server);
    }

    static String importSchema(ImportForeignSchemaStmt s) {
        return spaced(
                "IMPORT FOREIGN SCHEMA",
                name(s.remoteSchema()),
                switch (s.listType()) {
                    case ALL -> "";
                    case LIMIT_TO -> "LIMIT TO (" + FromItems.relations(s.tableList()) + ")";
                    case EXCEPT -> "EXCEPT (" + FromItems.relations(s.tableList()) + ")";
                },
                "FROM SERVER",
                name(s.serverName()),
                "INTO",
                name(s.localSchema()),
                Options.generic(s.options()));
    }

    static String createExtension(CreateExtensionStmt s) {
        return spaced(
                "CREATE EXTENSION",
                ifNotExists(s.ifNotExists()),
                name(s.extname()),
                joined(" ", s.options(), Foreign::extensionOption));
    }

    private static String extensionOption(DefElem o) {
        return switch (o.defname()) {
            case "schema" -> "SCHEMA " + (o.arg() instanceof StringConst s ? name(s.sval()) : "");
            case "new_version" -> given("VERSION", o.arg(), Options::argument);
            default -> "CASCADE";
        };
    }

    static String alterExtension(AlterExtensionStmt s) {
        return spaced(
                "ALTER EXTENSION",
                name(s.extname()),
                "UPDATE",
                joined(" ", s.options(), o -> given("TO", o.arg(), Options::argument)));
    }

    static String alterContents(AlterExtensionContentsStmt s) {
        return spaced(
                "ALTER EXTENSION",
                name(s.extname()),
                s.action() > 0 ? "ADD" : "DROP",
                Drops.kind(s.objtype()),
                Drops.object(s.objtype(), s.object()));
    }
}
