package org.pgherd.grammar.ast;

/// ALTER PUBLICATION.
public enum PublicationAction {
    ADD_OBJECTS,
    DROP_OBJECTS,
    SET_OBJECTS,
    SET_OPTIONS
}
