package org.pgherd.conformance.fuzz;

/// A column of a relation or of a query's output.
record Column(String name, Kind kind) {}
