/// `pgherd parse`: what the parsers of SQL and PL/pgSQL make of a text, for people and, line by line, for programs.
/// No server is needed. Begin with [Verdict].
@NullMarked
package org.pgherd.gateway.parse;

import org.jspecify.annotations.NullMarked;
