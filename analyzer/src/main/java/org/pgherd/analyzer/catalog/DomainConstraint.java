package org.pgherd.analyzer.catalog;

/// A CHECK of a domain; `expression` is the text over VALUE. NOT NULL is in the type's row.
public record DomainConstraint(String name, String expression) {}
