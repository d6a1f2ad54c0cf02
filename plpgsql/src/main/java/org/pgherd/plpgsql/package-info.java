/// The PL/pgSQL interpreter.
@org.jspecify.annotations.NullMarked
package org.pgherd.plpgsql;
