package org.pgherd.grammar.ast;

/// ALTER TEXT SEARCH CONFIGURATION.
public enum AlterTSConfigType {
    ADD_MAPPING,
    ALTER_MAPPING_FOR_TOKEN,
    REPLACE_DICT,
    REPLACE_DICT_FOR_TOKEN,
    DROP_MAPPING
}
