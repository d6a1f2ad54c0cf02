/// Compares what PostgreSQL's Parse and Describe say of each statement of a script with what the analyzer says, before
/// any shard is asked. Plain PostgreSQL runs the script; its catalog and settings are what the analyzer resolves
/// against. Begin with [DescribeRun].
@NullMarked
package org.pgherd.conformance.describe;

import org.jspecify.annotations.NullMarked;
