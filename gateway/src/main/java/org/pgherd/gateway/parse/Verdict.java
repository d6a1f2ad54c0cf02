package org.pgherd.gateway.parse;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;

/// What the parser said of one text.
///
/// @param error null if the text was accepted
/// @param cursor where the error is, as PostgreSQL counts: characters from 1; null if PostgreSQL gives no place
/// @param nanos how long the parse took
/// @param ast the tree as text, if wanted
/// @param deparse the SQL written from the tree, if wanted
/// @param grouping the first expression with all its parentheses, if wanted and if there is one
public record Verdict(
        @Nullable SqlException error,
        @Nullable Integer cursor,
        long nanos,
        @Nullable String ast,
        @Nullable String deparse,
        @Nullable String grouping) {
    static Verdict rejected(String text, SqlException error, long nanos) {
        int character = error.at().character(text);
        return new Verdict(error, character == 0 ? null : character, nanos, null, null, null);
    }

    public boolean isAccepted() {
        return error == null;
    }
}
