package org.pgherd.grammar.ast;

/// ALTER DOMAIN; SET_DEFAULT without a value is DROP DEFAULT.
public enum AlterDomainType {
    SET_DEFAULT,
    DROP_NOT_NULL,
    SET_NOT_NULL,
    ADD_CONSTRAINT,
    DROP_CONSTRAINT,
    VALIDATE_CONSTRAINT
}
