package org.pgherd.gateway.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Session;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client, from its first byte to its last (postgres.c:PostgresMain). All but [#cancel], [#terminate] and [#abort]
/// runs on the client's own thread.
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Gateway gateway;
    private final ClientLink link;
    private final int process;
    private final MessageReader in;
    private final MessageWriter out;
    private volatile byte[] cancelKey = {};

    /// Settings that changed since the last ReadyForQuery (guc.c:ReportChangedGUCOptions).
    private final Map<String, String> changedSettings = new LinkedHashMap<>();
    /// The text that positions in errors and notices point into.
    private @Nullable String statementText;

    private final ReentrantLock lifeLock = new ReentrantLock();
    private @Nullable Session session;
    private boolean busy;
    private volatile boolean terminating;

    Connection(Gateway gateway, ClientLink link, int process) {
        this.gateway = gateway;
        this.link = link;
        this.process = process;
        this.in = new MessageReader(link, gateway.config().memoryLimit());
        this.out = new MessageWriter(link);
    }

    void run() {
        try {
            converse();
        } catch (ClientGone _) {
            LOG.debug("client {} has gone", link.peer());
        } catch (Throwable failure) {
            report(Fatal.of(ErrorMessage.of(failure)));
        } finally {
            closeSession();
            link.close();
        }
    }

    private void converse() {
        Session opened;
        try {
            opened = new Greeting(gateway, link, process, in, out).open(this::expectCancels);
        } catch (SqlException e) {
            // whatever fails before a session exists ends the conversation
            report(Fatal.of(e));
            return;
        }
        if (opened == null) {
            return;
        }
        adopt(opened);
        opened.onNotice(this::notice);
        opened.onParameterStatus((name, value) -> changedSettings.put(name, value));
        ready(opened);
        serve(opened);
    }

    private void serve(Session current) {
        Dialogue dialogue = new Dialogue(this, current, in, out);
        while (true) {
            if (!in.hasMore()) {
                out.flush();
            }
            boolean goOn;
            try {
                int type = in.next();
                if (type < 0 || type == 'X') {
                    break;
                }
                setBusy(true);
                goOn = dialogue.answer(type);
            } catch (SqlException e) {
                goOn = dialogue.refuse(e, in.type());
            } finally {
                setBusy(false);
                statementText = null;
            }
            if (!goOn) {
                return;
            }
            if (terminating) {
                break;
            }
        }
        if (terminating) {
            report(adminShutdown());
        }
    }

    /// Positions of errors and notices point into this text from now on.
    void statementText(@Nullable String sql) {
        statementText = sql;
    }

    void fail(SqlException e) {
        out.abandon();
        ErrorMessage.error(out, e, statementText);
        if (Fatal.is(e)) {
            out.flush();
        }
    }

    void ready(Session current) {
        if (!changedSettings.isEmpty()) {
            changedSettings.forEach(this::parameterStatus);
            changedSettings.clear();
        }
        out.begin('Z').int8(current.transactionStatus()).end();
        out.flush();
    }

    private void parameterStatus(String name, String value) {
        out.begin('S').string(name).string(value).end();
    }

    private void notice(Notice notice) {
        ErrorMessage.notice(out, notice, statementText);
    }

    /// Tells an error without a session, or one that ends it; if nobody listens any more, so be it.
    private void report(SqlException e) {
        try {
            out.abandon();
            ErrorMessage.error(out, e, statementText);
            out.flush();
        } catch (ClientGone _) {
            LOG.debug("client {} has gone before it could be told: {}", link.peer(), e.message());
        }
    }

    private static SqlException adminShutdown() {
        return Fatal.of(SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");
    }

    private void adopt(Session opened) {
        lifeLock.lock();
        try {
            session = opened;
        } finally {
            lifeLock.unlock();
        }
        link.onVanish(this::cancel);
    }

    private void expectCancels(byte[] key) {
        cancelKey = key;
    }

    byte[] cancelKey() {
        return cancelKey;
    }

    private void setBusy(boolean value) {
        lifeLock.lock();
        try {
            busy = value;
        } finally {
            lifeLock.unlock();
        }
    }

    /// From any thread. Between two statements there is nothing to cancel.
    void cancel() {
        lifeLock.lock();
        try {
            if (busy && session != null) {
                session.cancel();
            }
        } finally {
            lifeLock.unlock();
        }
    }

    /// From any thread: ends the conversation with 57P01 as soon as the running statement has been stopped.
    void terminate() {
        terminating = true;
        link.stopReading();
        cancel();
    }

    /// From any thread: a client that has not said who it is by now may go.
    void giveUpGreeting() {
        lifeLock.lock();
        try {
            if (session == null) {
                link.close();
            }
        } finally {
            lifeLock.unlock();
        }
    }

    /// From any thread: no more words.
    void abort() {
        link.close();
    }

    private void closeSession() {
        Session open;
        lifeLock.lock();
        try {
            open = session;
            session = null;
        } finally {
            lifeLock.unlock();
        }
        if (open != null) {
            try {
                open.close();
            } catch (SqlException e) {
                LOG.debug("closing the session of {} failed: {}", link.peer(), e.message());
            }
        }
    }
}
