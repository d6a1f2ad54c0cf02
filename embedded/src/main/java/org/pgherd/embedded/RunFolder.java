package org.pgherd.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// The folder that holds the data of one herd or server: kept, or deleted at the end. It is locked while in use; the
/// lock of a process that was killed is free again, so the next start finds its temporary folders and deletes them.
final class RunFolder implements AutoCloseable {
    /// Locks held here. Opening and closing a locked file a second time would give the lock up, as POSIX has it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final Path lockFile;
    private final FileChannel lock;
    private final boolean temporary;

    private RunFolder(Path root, Path lockFile, FileChannel lock, boolean temporary) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
        this.temporary = temporary;
    }

    static RunFolder temporary(Premises premises) {
        Path runs = premises.cache().runs(premises.launch());
        return premises.cache().exclusively(() -> {
            Folders.makeOpen(runs);
            removeLeftOvers(runs);
            String name = ProcessHandle.current().pid() + "-"
                    + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            Path lockFile = runs.resolve(name + ".lock");
            FileChannel lock = tryLock(lockFile);
            if (lock == null) {
                throw new AssertionError("a new lock file is locked: " + lockFile);
            }
            Path folder = runs.resolve(name);
            Folders.makeOpen(folder);
            return new RunFolder(folder, lockFile, lock, true);
        });
    }

    static RunFolder kept(Path folder) {
        try {
            Folders.makeOpen(folder);
            Path lockFile = folder.resolve("pgherd.lock");
            FileChannel lock = tryLock(lockFile);
            if (lock == null) {
                throw new EmbeddedPostgresException(
                        Reason.FOLDER_IN_USE, "another instance uses the data folder " + folder);
            }
            return new RunFolder(folder, lockFile, lock, false);
        } catch (IOException e) {
            throw Folders.failure("cannot use the data folder " + folder, e);
        }
    }

    /// Who must own the data in a kept folder when root opens it: whoever owns what is there already.
    static @Nullable Integer keptOwner(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                return null;
            }
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                for (Path path : inside) {
                    if (Files.exists(path.resolve("postgresql.conf")) && Folders.owner(path) != 0) {
                        return Folders.owner(path);
                    }
                }
            }
            int owner = Folders.owner(folder);
            return owner == 0 ? null : owner;
        } catch (IOException e) {
            throw Folders.failure("cannot read the data folder " + folder, e);
        }
    }

    boolean isTemporary() {
        return temporary;
    }

    Path root() {
        return root;
    }

    Path log(String server) {
        return root.resolve(server + ".log");
    }

    /// The data folder of one server, copied from the template when it is new.
    Path data(String server, Premises premises) {
        Path data = root.resolve(server);
        try {
            if (Files.exists(data.resolve("PG_VERSION"))) {
                return data;
            }
            requireUsable(premises.launch());
            Path copying = root.resolve(server + ".copying");
            Folders.delete(copying);
            Folders.copy(premises.template().folder(), copying);
            Files.move(copying, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            return data;
        } catch (IOException e) {
            throw Folders.failure("cannot make the data folder " + data, e);
        }
    }

    /// The server's user must be able to walk down to its data.
    void requireUsable(Launch launch) {
        if (launch.allows("-x", root)) {
            return;
        }
        Path denied = root;
        while (denied.getParent() != null && !launch.allows("-x", denied.getParent())) {
            denied = denied.getParent();
        }
        throw new EmbeddedPostgresException(
                Reason.FOLDER_NOT_WRITABLE,
                "the data folder " + root + " cannot be reached by the server's " + launch.userText() + ": " + denied
                        + " is closed to it; choose a folder elsewhere");
    }

    /// Once; a second caller waits for the first.
    @Override
    public synchronized void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            if (temporary) {
                Folders.delete(root);
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException e) {
            throw Folders.failure("cannot delete the temporary folder " + root, e);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw Folders.failure("cannot unlock " + root, e);
        } finally {
            HELD.remove(lockFile);
        }
    }

    /// The open and locked file, or null when someone holds it.
    private static @Nullable FileChannel tryLock(Path file) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        if (!HELD.add(key)) {
            return null;
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            locked = lock != null;
            return locked ? channel : null;
        } catch (OverlappingFileLockException _) {
            return null;
        } finally {
            if (!locked) {
                HELD.remove(key);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static void removeLeftOvers(Path runs) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(runs, "*.lock")) {
            for (Path file : locks) {
                FileChannel lock = tryLock(file);
                if (lock == null) {
                    continue;
                }
                String name = file.getFileName().toString();
                Path folder = runs.resolve(name.substring(0, name.length() - ".lock".length()));
                try (lock) {
                    ServerProcess.killLeftOvers(folder);
                    Folders.delete(folder);
                    Files.deleteIfExists(file);
                } finally {
                    HELD.remove(file.toAbsolutePath().normalize());
                }
            }
        }
    }
}
