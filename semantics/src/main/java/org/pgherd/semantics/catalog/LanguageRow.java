package org.pgherd.semantics.catalog;

/// A row of pg_language.
public record LanguageRow(int oid, String name, boolean trusted) {}
