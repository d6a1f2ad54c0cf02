package org.pgherd.grammar.build;

import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.FetchDirection;
import org.pgherd.grammar.ast.FetchStmt;

/// A [FetchStmt] while it is read; without a direction it fetches the next row.
public final class FetchDraft {
    private final boolean move;
    private FetchDirection direction = FetchDirection.FORWARD;
    private long howMany = 1;
    public String name = "";

    public FetchDraft(boolean move) {
        this.move = move;
    }

    public void set(FetchDirection direction, long howMany) {
        this.direction = direction;
        this.howMany = howMany;
    }

    public FetchStmt build(Position at) {
        return new FetchStmt(direction, howMany, name, move, at);
    }
}
