package org.pgherd.conformance.describe;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.target.Outcome;

/// How far two descriptions of a statement agree.
enum Agreement {
    SAME,
    /// Names, types, typmods or origins of columns, or whether there are rows.
    COLUMNS,
    PARAMETERS,
    /// An error of PostgreSQL's is missing.
    ACCEPTED,
    /// An error that PostgreSQL does not have.
    REJECTED,
    SQLSTATE,
    MESSAGE,
    POSITION,
    DETAIL,
    HINT;

    static Agreement of(Description ours, Description expected) {
        Outcome.Failure wanted = expected.failure();
        Outcome.Failure got = ours.failure();
        if (wanted == null) {
            if (got != null) {
                return REJECTED;
            }
            if (!Objects.equals(ours.columns(), expected.columns())) {
                return COLUMNS;
            }
            return ours.parameters().equals(expected.parameters()) ? SAME : PARAMETERS;
        }
        if (got == null) {
            return ACCEPTED;
        }
        if (!got.state().equals(wanted.state())) {
            return SQLSTATE;
        }
        if (!got.message().equals(wanted.message())) {
            return MESSAGE;
        }
        if (got.position() != wanted.position()) {
            return POSITION;
        }
        if (!text(got.detail()).equals(text(wanted.detail()))) {
            return DETAIL;
        }
        return text(got.hint()).equals(text(wanted.hint())) ? SAME : HINT;
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    /// Of an error: whether its SQLSTATE is right.
    boolean stateAgrees() {
        return this == SAME || ordinal() > SQLSTATE.ordinal();
    }

    /// Of an error: whether its SQLSTATE and message are right.
    boolean messageAgrees() {
        return this == SAME || ordinal() > MESSAGE.ordinal();
    }
}
