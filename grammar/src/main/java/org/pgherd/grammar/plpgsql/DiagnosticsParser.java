package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pgherd.grammar.antlr.PgSql;

/// GET DIAGNOSTICS.
final class DiagnosticsParser {
    private static final Set<String> CURRENT_ONLY = Set.of("ROW_COUNT", "PG_ROUTINE_OID");
    private static final Set<String> STACKED_ONLY = Set.of(
            "COLUMN_NAME",
            "CONSTRAINT_NAME",
            "PG_DATATYPE_NAME",
            "MESSAGE_TEXT",
            "TABLE_NAME",
            "SCHEMA_NAME",
            "PG_EXCEPTION_DETAIL",
            "PG_EXCEPTION_HINT",
            "PG_EXCEPTION_CONTEXT",
            "RETURNED_SQLSTATE");
    private final Scanner scanner;

    DiagnosticsParser(Scanner scanner) {
        this.scanner = scanner;
    }

    PlStatement get(PlToken first) {
        boolean stacked = scanner.accept("stacked");
        if (!stacked) {
            scanner.accept("current");
        }
        scanner.expect("diagnostics");
        List<PlStatement.DiagnosticItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (scanner.accept(PgSql.COMMA));
        scanner.expect(PgSql.SEMI);
        for (PlStatement.DiagnosticItem item : items) {
            if (stacked ? CURRENT_ONLY.contains(item.name()) : STACKED_ONLY.contains(item.name())) {
                throw Scanner.error(
                        "diagnostics item " + item.name() + " is not allowed in GET "
                                + (stacked ? "STACKED" : "CURRENT") + " DIAGNOSTICS",
                        first);
            }
        }
        return new PlStatement.GetDiagnostics(stacked, items, scanner.line(first));
    }

    private PlStatement.DiagnosticItem item() {
        PlToken target = scanner.variable(scanner.next());
        if (target.known().isRecord() || scanner.peek().type() == PgSql.LB) {
            throw Scanner.error("\"" + target.dotted() + "\" is not a scalar variable", target);
        }
        scanner.checkAssignable(target);
        PlToken sign = scanner.next();
        if (sign.type() != PgSql.EQ && sign.type() != PgSql.COLON_EQUALS) {
            throw scanner.unexpected(sign);
        }
        PlToken token = scanner.next();
        String name = token.word().toUpperCase(Locale.ROOT);
        boolean known = CURRENT_ONLY.contains(name) || STACKED_ONLY.contains(name) || name.equals("PG_CONTEXT");
        if (!known || !token.isKeyword(token.word())) {
            throw scanner.complain("unrecognized GET DIAGNOSTICS item", token);
        }
        return new PlStatement.DiagnosticItem(new Target(target.names(), List.of(), target.at()), name);
    }
}
