package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/// The constants of one statement: as they stand or, in a statement to be prepared, some of them as its parameters.
final class Literals {
    private final Dice dice;
    private final boolean prepared;
    private final List<Column> parameters = new ArrayList<>();
    private boolean plain;

    Literals(Dice dice, boolean prepared) {
        this.dice = dice;
        this.prepared = prepared;
    }

    String of(Kind kind) {
        String text = kind.literal(dice);
        if (!prepared || plain || dice.chance(40)) {
            return text;
        }
        parameters.add(new Column(text, kind));
        return "$" + parameters.size();
    }

    /// Whether constants are to stand as they are; gives what held before.
    boolean plain(boolean now) {
        boolean before = plain;
        plain = now;
        return before;
    }

    /// Values and types of the parameters so far.
    List<Column> parameters() {
        return parameters;
    }
}
