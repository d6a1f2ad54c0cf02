package org.pgherd.gateway.protocol;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.Session;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Parse, Bind, Describe, Execute, Close, Flush and Sync (the exec_... functions of postgres.c).
final class ExtendedQuery {
    private static final int[] ALL_TEXT = {};

    private final Connection connection;
    private final Session session;
    private final MessageReader in;
    private final MessageWriter out;
    private @Nullable Prepared unnamed;
    private final Map<String, Portal> portals = new HashMap<>();

    ExtendedQuery(Connection connection, Session session, MessageReader in, MessageWriter out) {
        this.connection = connection;
        this.session = session;
        this.in = in;
        this.out = out;
    }

    void handle(int type) {
        switch (type) {
            case 'P' -> parse();
            case 'B' -> bind();
            case 'D' -> describe();
            case 'E' -> execute();
            case 'C' -> close();
            case 'H' -> out.flush();
            // left over from a COPY that failed
            case 'd', 'c', 'f' -> {}
            default -> throw MessageReader.fatal("invalid frontend message type " + type);
        }
    }

    private void parse() {
        String name = in.string();
        String sql = in.string();
        int[] types = new int[count(in.int16())];
        for (int i = 0; i < types.length; i++) {
            types[i] = in.int32();
        }
        in.finish();
        connection.statementText(sql);
        keepOpenPortals();
        if (name.isEmpty()) {
            unnamed = null;
            unnamed = session.prepare(sql, types);
        } else {
            Prepared prepared = session.prepare(sql, types);
            if (session.stored(name) != null) {
                throw new SqlException(
                        SqlState.DUPLICATE_PSTATEMENT, "prepared statement \"" + name + "\" already exists");
            }
            session.store(name, prepared);
        }
        out.empty('1');
    }

    private void bind() {
        String portalName = in.string();
        String statementName = in.string();
        Prepared statement = statement(statementName);
        connection.statementText(statement.sql());
        @Nullable
        Object[] parameters = ParameterReader.read(in, session, portalName, statementName, statement.parameterTypes());
        int[] formats = new int[count(in.int16())];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = in.int16();
        }
        in.finish();
        List<ResultColumn> columns = statement.columns();
        if (columns != null && formats.length > 1 && formats.length != columns.size()) {
            throw MessageReader.violation("bind message has " + formats.length + " result formats but query has "
                    + columns.size() + " columns");
        }
        if (portalName.isEmpty()) {
            drop("");
        } else if (portals.containsKey(portalName)) {
            throw new SqlException(SqlState.DUPLICATE_CURSOR, "cursor \"" + portalName + "\" already exists");
        }
        portals.put(portalName, new Portal(portalName, statement, parameters, formats));
        out.empty('2');
    }

    private void describe() {
        int what = in.int8();
        String name = in.string();
        in.finish();
        switch (what) {
            case 'S' -> {
                Prepared statement = statement(name);
                int[] types = statement.parameterTypes();
                out.begin('t').int16(types.length);
                for (int type : types) {
                    out.int32(type);
                }
                out.end();
                describe(statement, ALL_TEXT);
            }
            case 'P' -> {
                Portal portal = portal(name);
                describe(portal.statement(), portal.formats());
            }
            default -> throw MessageReader.violation("invalid DESCRIBE message subtype " + what);
        }
    }

    private void describe(Prepared statement, int[] formats) {
        List<ResultColumn> columns = statement.columns();
        if (columns == null) {
            out.empty('n');
        } else {
            new RowEncoder(session, columns, formats).describe(out);
        }
    }

    private void execute() {
        String name = in.string();
        int limit = in.int32();
        in.finish();
        Portal portal = portal(name);
        connection.statementText(portal.statement().sql());
        for (Portal other : portals.values()) {
            if (other != portal && other.isOpen()) {
                other.keepRest();
            }
        }
        // a client that waits for the answer says so by Sync or Flush, so the next message can be waited for
        if (in.peek() != 'S') {
            session.pipeline();
        }
        portal.execute(session, Math.max(limit, 0), in, out);
        if (session.transactionStatus() == 'E') {
            dropAll();
        }
    }

    private void close() {
        int what = in.int8();
        String name = in.string();
        in.finish();
        switch (what) {
            case 'S' -> {
                if (name.isEmpty()) {
                    unnamed = null;
                } else {
                    session.forget(name);
                }
            }
            case 'P' -> drop(name);
            default -> throw MessageReader.violation("invalid CLOSE message subtype " + what);
        }
        out.empty('3');
    }

    /// Portals do not outlive their transaction, and the implicit one ends here.
    void sync() {
        in.finish();
        if (session.transactionStatus() != 'T') {
            dropAll();
        }
        session.sync();
        afterTransaction();
    }

    /// A simple Query takes the place of the unnamed statement and portal.
    void forgetUnnamed() {
        unnamed = null;
        drop("");
        keepOpenPortals();
    }

    void afterTransaction() {
        if (session.transactionStatus() != 'T') {
            dropAll();
        }
    }

    private void keepOpenPortals() {
        for (Portal portal : portals.values()) {
            portal.keepRest();
        }
    }

    private void drop(String name) {
        Portal portal = portals.remove(name);
        if (portal != null) {
            portal.close();
        }
    }

    private void dropAll() {
        for (Iterator<Portal> i = portals.values().iterator(); i.hasNext(); ) {
            Portal portal = i.next();
            i.remove();
            portal.close();
        }
    }

    private Prepared statement(String name) {
        Prepared found = name.isEmpty() ? unnamed : session.stored(name);
        if (found == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_PSTATEMENT,
                    name.isEmpty()
                            ? "unnamed prepared statement does not exist"
                            : "prepared statement \"" + name + "\" does not exist");
        }
        return found;
    }

    private Portal portal(String name) {
        Portal found = portals.get(name);
        if (found == null) {
            throw new SqlException(SqlState.UNDEFINED_CURSOR, "portal \"" + name + "\" does not exist");
        }
        return found;
    }

    static int count(int int16) {
        return int16 & 0xffff;
    }
}
