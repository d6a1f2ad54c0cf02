package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/// The constants of one statement: as they stand or, in a statement to be prepared, some of them as its parameters.
final class Literals {
    private final Dice dice;
    private final boolean prepared;
    private final List<Parameter> parameters = new ArrayList<>();
    private boolean plain;

    Literals(Dice dice, boolean prepared) {
        this.dice = dice;
        this.prepared = prepared;
    }

    /// @param value for the first execution
    /// @param next for the second
    record Parameter(Kind kind, String value, String next) {}

    String of(Kind kind) {
        String text = kind.literal(dice);
        if (!prepared || plain || dice.chance(40)) {
            return text;
        }
        parameters.add(new Parameter(kind, text, dice.chance(30) ? text : kind.literal(dice)));
        return "$" + parameters.size();
    }

    /// Whether constants are to stand as they are; gives what held before.
    boolean plain(boolean now) {
        boolean before = plain;
        plain = now;
        return before;
    }

    /// The parameters so far.
    List<Parameter> parameters() {
        return parameters;
    }
}
