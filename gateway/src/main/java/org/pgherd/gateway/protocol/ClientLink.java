package org.pgherd.gateway.protocol;

/// The bytes to and from one client. Reads and writes block the calling (virtual) thread; one thread reads and writes,
/// any thread may call [#stopReading] and [#close].
public interface ClientLink {
    /// Waits until there is at least one byte.
    ///
    /// @return number of bytes read, or -1 when the client has gone or [#stopReading] was called
    int read(byte[] into, int offset, int length);

    /// Waits while the client does not take what was written before.
    ///
    /// @throws ClientGone if nothing can be written any more
    void write(byte[] data, int offset, int length);

    void flush();

    /// Whether [#startTls] is possible.
    boolean hasTls();

    /// Bytes that arrived and were not read: there must be none when encryption starts.
    boolean hasUnread();

    /// Sends the byte `S` and encrypts all that follows.
    void startTls();

    /// The listener is called once, from any thread, when the client goes while nothing that it sent is unread.
    void onVanish(Runnable listener);

    /// Lets a waiting [#read] return -1; writing stays possible.
    void stopReading();

    void close();

    /// For the log.
    String peer();
}
