/// The gateway's door to the network: a TCP port served by Netty, with TLS if a certificate is configured. Event loops
/// only move bytes; each client's work runs on its own virtual thread ([org.pgherd.gateway.protocol.Gateway]).
/// No messages here. Begin with [GatewayServer].
@NullMarked
package org.pgherd.gateway.network;

import org.jspecify.annotations.NullMarked;
