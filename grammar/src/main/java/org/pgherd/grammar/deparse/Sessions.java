package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.ClusterStmt;
import org.pgherd.grammar.ast.ConstraintsSetStmt;
import org.pgherd.grammar.ast.CopyStmt;
import org.pgherd.grammar.ast.CursorOptions;
import org.pgherd.grammar.ast.DeclareCursorStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DropBehavior;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FetchStmt;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.LockStmt;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.PrepareStmt;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.ReindexStmt;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TransactionStmt;
import org.pgherd.grammar.ast.TruncateStmt;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.VacuumStmt;
import org.pgherd.grammar.ast.VariableSetStmt;
import org.pgherd.grammar.ast.VariableShowStmt;

/// Transactions, settings, cursors, prepared statements and maintenance.
final class Sessions {
    private Sessions() {}

    static String transaction(TransactionStmt s) {
        String savepoint = given("", s.savepointName(), SqlWords::name);
        String gid = given("", s.gid(), SqlWords::string);
        String modes = list(s.options(), Sessions::mode);
        String chain = when(s.chain(), "AND CHAIN");
        return switch (s.kind()) {
            case BEGIN -> spaced("BEGIN", modes);
            case START -> spaced("START TRANSACTION", modes);
            case COMMIT -> spaced("COMMIT", chain);
            case ROLLBACK -> spaced("ROLLBACK", chain);
            case SAVEPOINT -> "SAVEPOINT " + savepoint;
            case RELEASE -> "RELEASE SAVEPOINT " + savepoint;
            case ROLLBACK_TO -> "ROLLBACK TO SAVEPOINT " + savepoint;
            case PREPARE -> "PREPARE TRANSACTION " + gid;
            case COMMIT_PREPARED -> "COMMIT PREPARED " + gid;
            case ROLLBACK_PREPARED -> "ROLLBACK PREPARED " + gid;
        };
    }

    private static String mode(Node n) {
        if (!(n instanceof DefElem o)) {
            throw new AssertionError("no transaction mode");
        }
        boolean on = o.arg() instanceof IntegerConst i && i.ival() != 0;
        return switch (o.defname()) {
            case "transaction_isolation" ->
                "ISOLATION LEVEL "
                        + (o.arg() instanceof StringConst s ? s.sval().toUpperCase(Locale.ROOT) : "");
            case "transaction_read_only" -> on ? "READ ONLY" : "READ WRITE";
            default -> on ? "DEFERRABLE" : "NOT DEFERRABLE";
        };
    }

    static String set(VariableSetStmt s) {
        String name = s.name() == null ? "" : given("", s.name(), SqlWords::setting);
        String scope = when(s.isLocal(), "LOCAL");
        return switch (s.kind()) {
            case VALUE -> spaced("SET", scope, value(s, name));
            case DEFAULT -> spaced("SET", scope, name, "TO DEFAULT");
            case CURRENT -> spaced("SET", scope, name, "FROM CURRENT");
            case RESET -> "RESET " + name;
            case RESET_ALL -> "RESET ALL";
            case MULTI -> spaced("SET", scope, multi(s));
        };
    }

    private static String value(VariableSetStmt s, String name) {
        if (s.args().get(0) instanceof TypeCast zone) {
            List<Expr> mods = zone.typeName().typmods();
            int mask = mods.isEmpty() || !(mods.get(0) instanceof IntegerConst i) ? 0 : i.ival();
            String fields = switch (mask) {
                case 1 << 10 -> "HOUR";
                case 3 << 10 -> "HOUR TO MINUTE";
                default -> "";
            };
            String precision = mods.size() == 2 ? "(" + Expressions.expr(mods.get(1)) + ")" : "";
            return spaced("TIME ZONE INTERVAL" + precision, Expressions.expr(zone.arg()), fields);
        }
        return name + " TO " + list(s.args(), Options::argument);
    }

    private static String multi(VariableSetStmt s) {
        return switch (s.name()) {
            case "TRANSACTION SNAPSHOT" -> "TRANSACTION SNAPSHOT " + list(s.args(), Options::argument);
            case "SESSION CHARACTERISTICS" ->
                "SESSION CHARACTERISTICS AS TRANSACTION " + list(s.args(), Sessions::mode);
            case null, default -> "TRANSACTION " + list(s.args(), Sessions::mode);
        };
    }

    static String show(VariableShowStmt s) {
        return s.name().equals("all") ? "SHOW ALL" : "SHOW " + setting(s.name());
    }

    static String explain(ExplainStmt s) {
        return spaced("EXPLAIN", parens("", s.options(), Options::utility), Statements.statement(s.query()));
    }

    static String copy(CopyStmt s) {
        Query query = s.query();
        String file = s.filename();
        return spaced(
                "COPY",
                query == null
                        ? given("", s.relation(), FromItems::qualified) + columns(s.attlist())
                        : "(" + Queries.query(query) + ")",
                s.isFrom() ? "FROM" : "TO",
                when(s.isProgram(), "PROGRAM"),
                file == null ? s.isFrom() ? "STDIN" : "STDOUT" : string(file),
                copyOptions(s.options()),
                given("WHERE", s.whereClause(), Expressions::expr));
    }

    /// The old form is the only one in which an option is TRUE itself and no word.
    private static String copyOptions(List<DefElem> options) {
        boolean old = options.stream().anyMatch(o -> o.arg() instanceof BooleanConst);
        return old ? joined(" ", options, Sessions::oldCopyOption) : parens("WITH", options, Options::utility);
    }

    private static String oldCopyOption(DefElem o) {
        String word = o.defname().replace('_', ' ').toUpperCase(Locale.ROOT);
        return switch (o.arg()) {
            case BooleanConst _ -> word;
            case StringConst s when word.equals("FORMAT") -> s.sval().toUpperCase(Locale.ROOT);
            case AStar _ -> word + " *";
            case NodeList l -> word + " " + list(l.items(), n -> n instanceof StringConst s ? name(s.sval()) : "");
            case null -> word;
            case Node n -> word + " " + Options.argument(n);
        };
    }

    static String prepare(PrepareStmt s) {
        return spaced("PREPARE", name(s.name()), parens("", s.argtypes(), TypeNames::type), "AS") + " "
                + Queries.query(s.query());
    }

    static String declare(DeclareCursorStmt s) {
        int o = s.options();
        return spaced(
                "DECLARE",
                name(s.portalname()),
                when((o & CursorOptions.BINARY) != 0, "BINARY"),
                when((o & CursorOptions.INSENSITIVE) != 0, "INSENSITIVE"),
                when((o & CursorOptions.ASENSITIVE) != 0, "ASENSITIVE"),
                when((o & CursorOptions.SCROLL) != 0, "SCROLL"),
                when((o & CursorOptions.NO_SCROLL) != 0, "NO SCROLL"),
                "CURSOR",
                when((o & CursorOptions.HOLD) != 0, "WITH HOLD"),
                "FOR",
                Queries.select(s.query()));
    }

    static String fetch(FetchStmt s) {
        String count = s.howMany() == Long.MAX_VALUE ? "ALL" : Long.toString(s.howMany());
        return spaced(s.ismove() ? "MOVE" : "FETCH", s.direction().name(), count, "FROM", name(s.portalname()));
    }

    static String truncate(TruncateStmt s) {
        return spaced(
                "TRUNCATE TABLE",
                FromItems.relations(s.relations()),
                when(s.restartSeqs(), "RESTART IDENTITY"),
                behavior(s.behavior()));
    }

    static String behavior(DropBehavior b) {
        return b == DropBehavior.CASCADE ? "CASCADE" : "";
    }

    static String vacuum(VacuumStmt s) {
        return spaced(
                s.isVacuumcmd() ? "VACUUM" : "ANALYZE",
                parens("", s.options(), Options::utility),
                list(s.rels(), r -> FromItems.relation(r.relation()) + columns(r.vaCols())));
    }

    static String lock(LockStmt s) {
        return spaced(
                "LOCK TABLE",
                FromItems.relations(s.relations()),
                "IN",
                s.mode().name().replace('_', ' '),
                "MODE",
                when(s.nowait(), "NOWAIT"));
    }

    static String constraints(ConstraintsSetStmt s) {
        return spaced(
                "SET CONSTRAINTS",
                s.constraints().isEmpty() ? "ALL" : FromItems.relations(s.constraints()),
                s.deferred() ? "DEFERRED" : "IMMEDIATE");
    }

    static String reindex(ReindexStmt s) {
        return spaced(
                "REINDEX",
                parens("", s.params(), Options::utility),
                s.kind().name(),
                given("", s.relation(), FromItems::qualified),
                given("", s.name(), SqlWords::name));
    }

    static String cluster(ClusterStmt s) {
        return spaced(
                "CLUSTER",
                parens("", s.params(), Options::utility),
                given("", s.relation(), FromItems::qualified),
                given("USING", s.indexname(), SqlWords::name));
    }
}
