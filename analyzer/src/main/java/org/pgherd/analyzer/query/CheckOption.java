package org.pgherd.analyzer.query;

/// WITH CHECK OPTION of a view that a statement writes through: rows written must satisfy `qual` (WithCheckOption of
/// parsenodes.h).
///
/// @param cascaded whether views below are checked, too
public record CheckOption(String view, Expr qual, boolean cascaded) {}
