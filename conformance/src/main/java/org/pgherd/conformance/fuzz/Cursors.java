package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/// What is asked of a cursor. Backwards only where it was declared SCROLL: else it depends on PostgreSQL's plan.
final class Cursors {
    private final Dice dice;

    Cursors(Dice dice) {
        this.dice = dice;
    }

    /// The declaration, up to FOR, and what follows.
    List<String> moves() {
        boolean scroll = dice.chance(70);
        boolean held = dice.chance(20);
        List<String> moves = new ArrayList<>();
        moves.add("DECLARE fuzz " + (scroll ? "SCROLL " : "") + "CURSOR" + (held ? " WITH HOLD" : ""));
        int count = dice.between(2, 7);
        for (int i = 0; i < count; i++) {
            moves.add((dice.chance(70) ? "FETCH " : "MOVE ") + (scroll ? anywhere() : forward()) + " FROM fuzz");
        }
        if (dice.chance(30)) {
            moves.add("SAVEPOINT s");
            moves.add("FETCH " + forward() + " FROM fuzz");
            moves.add("ROLLBACK TO s");
            moves.add("FETCH NEXT FROM fuzz");
        }
        if (held) {
            moves.add("COMMIT");
            moves.add("FETCH " + (scroll ? anywhere() : forward()) + " FROM fuzz");
            moves.add("CLOSE fuzz");
            moves.add("BEGIN");
        }
        return moves;
    }

    private String forward() {
        return dice.pick("NEXT", "FORWARD", "2", "FORWARD 3", "ALL");
    }

    private String anywhere() {
        int number = dice.between(-4, 7);
        return dice.chance(40)
                ? forward()
                : dice.pick(
                        "PRIOR",
                        "FIRST",
                        "LAST",
                        "BACKWARD",
                        "ABSOLUTE " + number,
                        "RELATIVE " + number,
                        "BACKWARD 2",
                        "BACKWARD ALL",
                        String.valueOf(number));
    }
}
