package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/// The constants of one statement: as they stand or, in a statement to be prepared, some of them as its parameters.
final class Literals {
    private final Dice dice;
    private final boolean prepared;
    private final List<Column> parameters = new ArrayList<>();

    Literals(Dice dice, boolean prepared) {
        this.dice = dice;
        this.prepared = prepared;
    }

    String of(Kind kind) {
        String text = kind.literal(dice);
        if (!prepared || dice.chance(40)) {
            return text;
        }
        parameters.add(new Column(text, kind));
        return "$" + parameters.size();
    }

    /// Values and types of the parameters so far.
    List<Column> parameters() {
        return parameters;
    }
}
