package org.pgherd.gateway.protocol;

import org.pgherd.engine.Session;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Answers a session's messages one by one, and decides how the conversation goes on after an error: a failed simple
/// Query is over, in the extended protocol all is passed over up to the next Sync.
final class Dialogue {
    private final Connection connection;
    private final Session session;
    private final MessageReader in;
    private final SimpleQuery simple;
    private final ExtendedQuery extended;
    private boolean skipping;

    Dialogue(Connection connection, Session session, MessageReader in, MessageWriter out) {
        this.connection = connection;
        this.session = session;
        this.in = in;
        this.simple = new SimpleQuery(connection, session, in, out);
        this.extended = new ExtendedQuery(connection, session, in, out);
    }

    /// @return false if the conversation is over
    boolean answer(int type) {
        try {
            switch (type) {
                case 'S' -> {
                    skipping = false;
                    extended.sync();
                    connection.ready(session);
                }
                case 'Q' -> {
                    if (!skipping) {
                        query();
                    }
                }
                case 'F' -> {
                    if (!skipping) {
                        throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "the function call protocol is not supported by PgHerd");
                    }
                }
                default -> {
                    if (!skipping) {
                        extended.handle(type);
                    }
                }
            }
            return true;
        } catch (ClientGone e) {
            throw e;
        } catch (Throwable failure) {
            return refuse(ErrorMessage.of(failure), type);
        }
    }

    private void query() {
        String sql = in.string();
        in.finish();
        connection.statementText(sql);
        extended.forgetUnnamed();
        simple.run(sql);
        extended.afterTransaction();
        connection.ready(session);
    }

    /// Tells the client of an error in a message.
    ///
    /// @return false if the conversation is over
    boolean refuse(SqlException e, int type) {
        connection.fail(e);
        if (Fatal.is(e)) {
            return false;
        }
        // errors of values and messages are found here, where the session does not see them
        session.failTransaction();
        extended.afterTransaction();
        if (MessageReader.isExtended(type)) {
            skipping = true;
        } else if (!skipping) {
            connection.ready(session);
        }
        return true;
    }
}
