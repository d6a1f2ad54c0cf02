/// The two sides of a comparison, a herd and a plain PostgreSQL, seen through one driver at protocol level: command
/// tags, notices and raw text of values, which JDBC proper hides. Begin with [Target].
@NullMarked
package org.pgherd.conformance.target;

import org.jspecify.annotations.NullMarked;
