/// A small client of PostgreSQL's protocol: simple queries and COPY, with everything the server says kept (tags, types,
/// notices, all fields of an error), which JDBC does not give. The `sql` and `demo` commands use it over a pipe to the
/// herd and over TCP to a plain server, so that both are seen through the same eyes. Begin with [WireClient].
@NullMarked
package org.pgherd.gateway.client;

import org.jspecify.annotations.NullMarked;
