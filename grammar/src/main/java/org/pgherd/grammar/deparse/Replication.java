package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.pgherd.grammar.ast.AlterPublicationStmt;
import org.pgherd.grammar.ast.AlterSubscriptionStmt;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.CreatePublicationStmt;
import org.pgherd.grammar.ast.CreateSubscriptionStmt;
import org.pgherd.grammar.ast.DropSubscriptionStmt;
import org.pgherd.grammar.ast.PublicationObjSpec;
import org.pgherd.grammar.ast.PublicationTable;

/// Publications and subscriptions.
final class Replication {
    private Replication() {}

    static String create(CreatePublicationStmt s) {
        return spaced(
                "CREATE PUBLICATION",
                name(s.pubname()),
                when(s.forAllTables(), "FOR ALL TABLES"),
                s.pubobjects().isEmpty() ? "" : "FOR " + list(s.pubobjects(), Replication::object),
                Options.with(s.options()));
    }

    static String alter(AlterPublicationStmt s) {
        String objects = list(s.pubobjects(), Replication::object);
        return spaced(
                "ALTER PUBLICATION",
                name(s.pubname()),
                switch (s.action()) {
                    case ADD_OBJECTS -> "ADD " + objects;
                    case DROP_OBJECTS -> "DROP " + objects;
                    case SET_OBJECTS -> "SET " + objects;
                    case SET_OPTIONS -> "SET " + Options.relation(s.options());
                });
    }

    private static String object(PublicationObjSpec o) {
        return switch (o.pubobjtype()) {
            case TABLE -> "TABLE " + given("", o.pubtable(), Replication::table);
            case TABLES_IN_SCHEMA -> "TABLES IN SCHEMA " + given("", o.name(), SqlWords::name);
            case TABLES_IN_CUR_SCHEMA -> "TABLES IN SCHEMA CURRENT_SCHEMA";
        };
    }

    private static String table(PublicationTable t) {
        return spaced(
                FromItems.relation(t.relation()),
                columns(t.columns()),
                t.whereClause() == null ? "" : "WHERE (" + given("", t.whereClause(), Expressions::expr) + ")");
    }

    static String create(CreateSubscriptionStmt s) {
        return spaced(
                "CREATE SUBSCRIPTION",
                name(s.subname()),
                "CONNECTION",
                string(s.conninfo()),
                "PUBLICATION",
                names(s.publication()),
                Options.with(s.options()));
    }

    static String alter(AlterSubscriptionStmt s) {
        String publications = spaced("PUBLICATION", names(s.publication()), Options.with(s.options()));
        return spaced(
                "ALTER SUBSCRIPTION",
                name(s.subname()),
                switch (s.kind()) {
                    case OPTIONS -> "SET " + Options.relation(s.options());
                    case CONNECTION -> given("CONNECTION", s.conninfo(), SqlWords::string);
                    case SET_PUBLICATION -> "SET " + publications;
                    case ADD_PUBLICATION -> "ADD " + publications;
                    case DROP_PUBLICATION -> "DROP " + publications;
                    case REFRESH -> "REFRESH " + publications;
                    case ENABLED ->
                        s.options().get(0).arg() instanceof BooleanConst b && b.boolval() ? "ENABLE" : "DISABLE";
                    case SKIP -> "SKIP " + Options.relation(s.options());
                });
    }

    static String drop(DropSubscriptionStmt s) {
        return spaced("DROP SUBSCRIPTION", ifExists(s.missingOk()), name(s.subname()), Sessions.behavior(s.behavior()));
    }
}
