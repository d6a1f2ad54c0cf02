package org.pgherd.grammar.plpgsql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A token of PL/pgSQL: a word, a name of up to three words, a variable, or a token of SQL.
///
/// @param type one of the constants here, or a token type of the SQL grammar
/// @param names the words of a name, folded; one for a keyword; empty for all else
/// @param variable what the names stand for, if they stand for a variable
/// @param index of its first token among those of SQL
record PlToken(
        int type,
        List<String> names,
        boolean quoted,
        @Nullable Variable variable,
        Position at,
        int index) {
    static final int WORD = -11;
    static final int NAME = -12;
    static final int VARIABLE = -13;
    /// A word that PL/pgSQL knows but does not reserve.
    static final int KEYWORD = -14;
    static final int RESERVED = -15;
    static final int LABEL_OPEN = -16;
    static final int LABEL_CLOSE = -17;
    static final int HASH = -18;

    /// A single word's text; empty for any other token.
    String word() {
        return names.size() == 1 ? names.getFirst() : "";
    }

    /// Whether this is the reserved word.
    boolean isReserved(String word) {
        return type == RESERVED && word().equals(word);
    }

    /// Whether this is the keyword, in preference to a variable of that name (tok_is_keyword of pl_gram.y).
    boolean isKeyword(String word) {
        return switch (type) {
            case KEYWORD, RESERVED -> word().equals(word);
            case VARIABLE -> !quoted && word().equals(word);
            default -> false;
        };
    }

    Variable known() {
        Variable found = variable;
        if (found == null) {
            throw new AssertionError("no variable");
        }
        return found;
    }

    String dotted() {
        return String.join(".", names);
    }
}
