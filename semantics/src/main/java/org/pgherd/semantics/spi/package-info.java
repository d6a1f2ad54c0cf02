/// Where PL/pgSQL and the executor meet without seeing each other: the roles of fmgr.c and spi.c. PL/pgSQL
/// implements routine bodies and calls [StatementRunner]; the executor does the reverse; the engine joins them.
@NullMarked
package org.pgherd.semantics.spi;

import org.jspecify.annotations.NullMarked;
