/// The herd as a [javax.sql.DataSource] without any port: PgJDBC speaks its protocol through a pipe inside the JVM, so
/// that any Java code, pool or ORM works as with a server. Begin with [HerdDataSource].
@NullMarked
package org.pgherd.gateway.memory;

import org.jspecify.annotations.NullMarked;
