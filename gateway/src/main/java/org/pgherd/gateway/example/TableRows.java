package org.pgherd.gateway.example;

/// The rows of a table as lines of COPY's text format.
record TableRows(String table, Iterable<String> lines) {}
