package org.pgherd.shardplanner.plan;

/// Sets EXEC parameter `parameter` to column `outerColumn` (1-based) of the current outer row.
public record NestParameter(int parameter, int outerColumn) {}
