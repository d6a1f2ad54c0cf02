/// What variables of PL/pgSQL hold beside the values of SQL: rows with the names of their fields.
@NullMarked
package org.pgherd.plpgsql.value;

import org.jspecify.annotations.NullMarked;
