package org.pgherd.conformance.fuzz;

/// Statement `number` of a seed.
final class StatementGenerator {
    private static final long NUMBERS_APART = 0x9E3779B97F4A7C15L;
    private static final int WRITES = 15;
    private static final int FAILING = 8;
    private static final int PREPARED = 15;

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
        String text = selects.top(Scope.top()).text();
        return new Statement(text, null, literals.parameters());
    }
}
