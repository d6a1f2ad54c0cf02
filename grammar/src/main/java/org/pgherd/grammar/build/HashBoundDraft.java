package org.pgherd.grammar.build;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.PartitionBoundSpec;

/// WITH (MODULUS m, REMAINDER r).
public final class HashBoundDraft {
    private int modulus = -1;
    private int remainder = -1;

    public void set(NodeActions parser, String word, Token at, int value) {
        switch (word) {
            case "modulus" -> {
                if (modulus >= 0) {
                    throw duplicate("modulus for hash partition provided more than once", at);
                }
                modulus = value;
            }
            case "remainder" -> {
                if (remainder >= 0) {
                    throw duplicate("remainder for hash partition provided more than once", at);
                }
                remainder = value;
            }
            default ->
                throw NodeActions.error(
                        "unrecognized hash partition bound specification \"" + word + "\"", NodeActions.startAt(at));
        }
    }

    private static SqlException duplicate(String message, Token at) {
        return new SqlException(SqlState.DUPLICATE_OBJECT, message, NodeActions.startAt(at));
    }

    public PartitionBoundSpec build(NodeActions parser, Position at) {
        if (modulus < 0) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "modulus for hash partition must be specified");
        }
        if (remainder < 0) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "remainder for hash partition must be specified");
        }
        return new PartitionBoundSpec('h', false, modulus, remainder, List.of(), List.of(), List.of(), at);
    }
}
