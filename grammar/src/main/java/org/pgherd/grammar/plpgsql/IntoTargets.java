package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.grammar.antlr.PgSql;

/// What follows INTO: a record, or a list of scalars (read_into_target of pl_gram.y).
final class IntoTargets {
    private static final int MOST = 1024;
    private final Scanner scanner;

    IntoTargets(Scanner scanner) {
        this.scanner = scanner;
    }

    record Into(List<Target> targets, boolean strict) {}

    Into into() {
        boolean strict = scanner.accept("strict");
        return new Into(targets(), strict);
    }

    List<Target> targets() {
        PlToken first = scanner.variable(scanner.next());
        if (!first.known().isRecord()) {
            return scalars(first);
        }
        scanner.checkAssignable(first);
        if (scanner.peek().type() == PgSql.COMMA) {
            throw Scanner.error("record variable cannot be part of multiple-item INTO list", scanner.next());
        }
        return List.of(target(first));
    }

    /// The rest of a list whose first variable has been read.
    List<Target> scalars(PlToken first) {
        List<Target> list = new ArrayList<>();
        scanner.checkAssignable(first);
        list.add(target(first));
        while (scanner.accept(PgSql.COMMA)) {
            PlToken token = scanner.next();
            if (list.size() >= MOST) {
                throw Scanner.error("too many INTO variables specified", token);
            }
            token = scanner.variable(token);
            scanner.checkAssignable(token);
            if (token.known().isRecord()) {
                throw Scanner.error("\"" + token.dotted() + "\" is not a scalar variable", token);
            }
            list.add(target(token));
        }
        return list;
    }

    private static Target target(PlToken token) {
        return new Target(token.names(), List.of(), token.at());
    }
}
