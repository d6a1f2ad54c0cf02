package org.pgherd.conformance.fuzz;

import java.util.List;

/// Statement `number` of a seed.
final class StatementGenerator {
    private static final long NUMBERS_APART = 0x9E3779B97F4A7C15L;
    private static final int WRITES = 15;
    private static final int FAILING = 8;
    private static final int PREPARED = 15;
    private static final int CURSORS = 12;

    private final long seed;

    StatementGenerator(long seed) {
        this.seed = seed;
    }

    Statement statement(int number) {
        Dice dice = new Dice(seed * 1_000_003L + number * NUMBERS_APART);
        Literals literals = new Literals(dice, dice.chance(PREPARED));
        Selects selects = new Selects(dice, literals, dice.chance(FAILING), dice.between(1, 4));
        if (dice.chance(WRITES)) {
            return new Changes(dice, selects).any(literals);
        }
        Selects.Select select = selects.top(Scope.top());
        boolean cursor = literals.parameters().isEmpty() && select.ordered() && dice.chance(CURSORS);
        return new Statement(
                select.text(), List.of(), literals.parameters(), cursor ? new Cursors(dice).moves() : List.of());
    }
}
