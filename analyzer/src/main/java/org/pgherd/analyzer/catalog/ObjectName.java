package org.pgherd.analyzer.catalog;

/// An object that statements name only through a reg* type: a text search configuration or dictionary, a role, a
/// schema.
///
/// @param regType oid of that type (regconfig, regdictionary, regrole, regnamespace)
record ObjectName(int regType, int oid, String name) {}
