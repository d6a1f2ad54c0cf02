package org.pgherd.executor.spill;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.MemoryAccount;

/// A temporary file of one operator, into which its runs write their blocks one behind another. It is made with the
/// first block and has no name from then on (where the platform allows), so that nothing is left even by a process
/// that is killed.
public final class SpillFile implements AutoCloseable {
    private final MemoryAccount memory;
    private @Nullable FileChannel channel;
    private long size;

    public SpillFile(MemoryAccount memory) {
        this.memory = memory;
    }

    /// Appends a block.
    ///
    /// @return where it begins
    synchronized long append(ByteBuffer block) {
        int length = block.remaining();
        memory.reserveFile(length);
        long at = size;
        size += length;
        try {
            FileChannel file = open();
            long to = at;
            while (block.hasRemaining()) {
                to += file.write(block, to);
            }
            return at;
        } catch (IOException e) {
            throw failed("write to", e);
        }
    }

    /// Reads a block into the start of a buffer.
    synchronized void read(long at, ByteBuffer into) {
        FileChannel file = channel;
        if (file == null) {
            throw new AssertionError("nothing was written");
        }
        try {
            long from = at;
            while (into.hasRemaining()) {
                int count = file.read(into, from);
                if (count < 0) {
                    throw new EOFException("unexpected end of file");
                }
                from += count;
            }
            into.flip();
        } catch (IOException e) {
            throw failed("read from", e);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel file = channel;
        if (file == null) {
            Path folder = memory.limits().folder();
            if (folder == null) {
                folder = Path.of(System.getProperty("java.io.tmpdir"));
            } else {
                Files.createDirectories(folder);
            }
            file = FileChannel.open(
                    folder.resolve("pgherd-" + UUID.randomUUID() + ".tmp"),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            channel = file;
        }
        return file;
    }

    private static SqlException failed(String what, IOException e) {
        String reason = e.getMessage();
        boolean full = reason != null && reason.contains("No space left");
        return new SqlException(
                full ? SqlState.DISK_FULL : SqlState.IO_ERROR,
                "could not " + what + " temporary file: " + (reason == null ? "input/output error" : reason));
    }

    /// Bytes written.
    public synchronized long size() {
        return size;
    }

    /// Gives the space back. A later block makes a new file.
    @Override
    public synchronized void close() {
        FileChannel file = channel;
        channel = null;
        memory.releaseFile(size);
        size = 0;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // nothing that the statement could do
            }
        }
    }
}
