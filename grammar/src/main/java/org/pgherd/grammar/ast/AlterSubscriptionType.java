package org.pgherd.grammar.ast;

/// ALTER SUBSCRIPTION.
public enum AlterSubscriptionType {
    OPTIONS,
    CONNECTION,
    SET_PUBLICATION,
    ADD_PUBLICATION,
    DROP_PUBLICATION,
    REFRESH,
    ENABLED,
    SKIP
}
