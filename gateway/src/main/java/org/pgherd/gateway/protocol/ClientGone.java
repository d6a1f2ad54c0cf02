package org.pgherd.gateway.protocol;

/// The client cannot be reached any more; there is nobody left to tell.
public final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientGone() {
        super("client has gone", null, false, false);
    }
}
