package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.ast.AlterDatabaseStmt;
import org.pgherd.grammar.ast.AlterTableSpaceOptionsStmt;
import org.pgherd.grammar.ast.CreateTableSpaceStmt;
import org.pgherd.grammar.ast.CreatedbStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DropTableSpaceStmt;
import org.pgherd.grammar.ast.DropdbStmt;

/// Databases, tablespaces and the settings of the system.
final class Databases {
    private Databases() {}

    static String create(CreatedbStmt s) {
        return spaced("CREATE DATABASE", name(s.dbname()), options(s.options()));
    }

    static String alter(AlterDatabaseStmt s) {
        return spaced("ALTER DATABASE", name(s.dbname()), options(s.options()));
    }

    private static String options(List<DefElem> options) {
        return joined(
                " ",
                options,
                o -> name(o.defname()) + " = " + (o.arg() == null ? "DEFAULT" : given("", o.arg(), Options::argument)));
    }

    static String drop(DropdbStmt s) {
        return spaced(
                "DROP DATABASE",
                ifExists(s.missingOk()),
                name(s.dbname()),
                parens("WITH", s.options(), o -> o.defname().toUpperCase(Locale.ROOT)));
    }

    static String createSpace(CreateTableSpaceStmt s) {
        return spaced(
                "CREATE TABLESPACE",
                name(s.tablespacename()),
                given("OWNER", s.owner(), Roles::role),
                "LOCATION",
                string(s.spaceLocation()),
                Options.with(s.options()));
    }

    static String dropSpace(DropTableSpaceStmt s) {
        return spaced("DROP TABLESPACE", ifExists(s.missingOk()), name(s.tablespacename()));
    }

    static String alterSpace(AlterTableSpaceOptionsStmt s) {
        return spaced(
                "ALTER TABLESPACE",
                name(s.tablespacename()),
                s.isReset() ? "RESET" : "SET",
                Options.relation(s.options()));
    }
}
