package org.pgherd.engine;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;

/// One client's conversation with the herd: settings, transaction, prepared statements. Used by one thread at
/// a time,
/// but for [#cancel] and [#close]. Every failure is a [org.pgherd.errors.SqlException] and leaves the session
/// usable
/// (inside a transaction block: in PostgreSQL's failed state).
public interface Session extends AutoCloseable {
    /// Starts a script of zero or more statements, as a simple Query message does: parsed as a whole first,
    /// then run one
    /// by one by [Script#next]; without transaction commands in it, it is one implicit transaction.
    Script script(String sql);

    /// Parses and analyses one statement (more than one is 42601).
    ///
    /// @param parameterTypes type oids of `$1`...; 0 or missing ones are inferred
    Prepared prepare(String sql, int... parameterTypes);

    /// Runs a prepared statement. The previous result of this session must be closed or read to its end before.
    /// Inside a pipeline (see [#sync]) it is part of the implicit transaction.
    ///
    /// @param parameters boxed values in semantics' carriers, null for NULL
    StatementResult execute(Prepared statement, @Nullable Object... parameters);

    /// For hosts: prepares and runs one statement, parameters as boxed carriers (or String, converted by input).
    StatementResult execute(String sql, @Nullable Object... parameters);

    /// More statements follow before [#sync]: from here on they are one implicit transaction. Within a block
    /// it does
    /// nothing.
    void pipeline();

    /// End of an extended-protocol pipeline: commits or rolls back the implicit transaction, if one is open.
    void sync();

    /// An error outside of the engine (a parameter value that does not decode, a bad Bind) failed the current
    /// statement: a
    /// transaction block fails, an implicit transaction is rolled back. Harmless after an error of the
    /// engine's own.
    void failTransaction();

    /// `I` idle, `T` in a transaction block, `E` in a failed one.
    char transactionStatus();

    /// Cancels the running statement (57014), from any thread; without one it does nothing.
    void cancel();

    /// The value of a setting as SHOW gives it; null if there is none of this name.
    @Nullable
    String setting(String name);

    /// Receives notices and warnings while statements run.
    void onNotice(Consumer<Notice> listener);

    /// Receives name and value of settings that the protocol reports (TimeZone, DateStyle...) when they change.
    void onParameterStatus(BiConsumer<String, String> listener);

    /// Input and output of a type's values, user-defined types included.
    TypeCodec codec(int typeOid);

    /// The settings that text output depends on.
    FunctionContext functionContext();

    /// Named prepared statements and cursors of SQL's PREPARE and DECLARE share their name space with the
    /// protocol's.
    void store(String name, Prepared statement);

    /// @return the statement stored under the name by the protocol or by PREPARE, or null
    @Nullable
    Prepared stored(String name);

    void forget(String name);

    @Override
    void close();
}
