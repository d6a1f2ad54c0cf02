/// The parsers measured side by side, and the report that docs/parser.md is. Times are CPU time of the measuring
/// thread,
/// the least of several passes. Begin with [ParserReport].
@NullMarked
package org.pgherd.jmh.parser;

import org.jspecify.annotations.NullMarked;
