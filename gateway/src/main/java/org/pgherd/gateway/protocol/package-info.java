/// PostgreSQL's frontend/backend protocol, server side: start-up, authentication, simple and extended query, COPY,
/// errors, cancel. It works on bytes that a [ClientLink] carries, so that a TCP connection and a pipe inside the
/// JVM are served by the same code. One virtual thread per client reads its messages in order and answers them.
/// No sockets here (network, memory), no SQL (engine). Begin with [Gateway], then [Connection].
@NullMarked
package org.pgherd.gateway.protocol;

import org.jspecify.annotations.NullMarked;
