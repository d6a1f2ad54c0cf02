/// psql-style scripts: statements, variables, conditions and inline COPY data, as psql would send them.
/// Begin with [PsqlScript]. Nothing here talks to a server.
@NullMarked
package org.pgherd.conformance.script;

import org.jspecify.annotations.NullMarked;
