package org.pgherd.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// The folder that holds unpacked binaries and data templates between runs, shared by all processes of one user.
/// It must be reachable by the server's user, which may be another one than ours.
///
/// Overridden by the system property `pgherd.cache` or the environment variable `PGHERD_CACHE`.
record CacheFolder(Path root) {
    static final String PROPERTY = "pgherd.cache";
    static final String VARIABLE = "PGHERD_CACHE";
    static final String RUN_PROPERTY = "pgherd.run";
    static final String RUN_VARIABLE = "PGHERD_RUN";

    private static final long ENOUGH_MEMORY = 2L << 30;

    /// One process at a time unpacks, initialises, or looks for folders left behind; see [#exclusively].
    private static final Object WITHIN_THIS_PROCESS = new Object();

    interface Work<T> {
        T run() throws IOException;
    }

    static CacheFolder choose(Launch launch) {
        String chosen = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        if (!chosen.isBlank()) {
            Path path = Path.of(chosen).toAbsolutePath().normalize();
            String problem = problem(path, launch);
            if (problem != null) {
                throw new EmbeddedPostgresException(
                        Reason.FOLDER_NOT_WRITABLE, "the cache folder " + path + " cannot be used: " + problem);
            }
            return new CacheFolder(path);
        }
        List<String> problems = new ArrayList<>();
        for (Path path : candidates()) {
            String problem = problem(path, launch);
            if (problem == null) {
                return new CacheFolder(path);
            }
            problems.add(path + ": " + problem);
        }
        throw new EmbeddedPostgresException(
                Reason.FOLDER_NOT_WRITABLE,
                "no folder for the PostgreSQL binaries (" + String.join("; ", problems) + "); name one with -D"
                        + PROPERTY + "=DIR or " + VARIABLE);
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        String home = System.getProperty("user.home", "");
        if (xdg.startsWith("/")) {
            candidates.add(Path.of(xdg, "pgherd"));
        } else if (home.startsWith("/") && Files.isDirectory(Path.of(home)) && !home.equals("/")) {
            candidates.add(Path.of(home, ".cache", "pgherd"));
        }
        candidates.add(Path.of("/var/tmp/pgherd-" + Launch.currentUid()));
        candidates.add(Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "pgherd-" + Launch.currentUid()));
        return candidates;
    }

    /// Where temporary data goes, made and checked: the folder named by the system property `pgherd.run` or the
    /// environment variable `PGHERD_RUN`, else a memory file system, else below this folder.
    ///
    /// Memory only for root: what an ordinary user has in /dev/shm is deleted by systemd when that user logs out.
    /// And only where it is large: containers have 64 MB of it.
    Path runs(Launch launch) {
        String named = System.getProperty(RUN_PROPERTY, System.getenv().getOrDefault(RUN_VARIABLE, ""));
        if (!named.isBlank()) {
            Path path = Path.of(named).toAbsolutePath().normalize();
            String problem = problem(path, launch);
            if (problem != null) {
                throw new EmbeddedPostgresException(
                        Reason.FOLDER_NOT_WRITABLE,
                        "the folder for temporary data " + path + " cannot be used: " + problem);
            }
            return path;
        }
        Path memory = Path.of("/dev/shm");
        if (launch.owner() != null
                && Files.isDirectory(memory)
                && memory.toFile().getUsableSpace() >= ENOUGH_MEMORY
                && problem(memory.resolve("pgherd-0"), launch) == null) {
            return memory.resolve("pgherd-0");
        }
        return root.resolve("run");
    }

    /// Why the folder cannot be used, or null. A folder that others can write or own is refused: programs are run
    /// from it.
    private static @Nullable String problem(Path path, Launch launch) {
        try {
            Path existing = path;
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            if (!launch.allows("-x", existing)) {
                return "cannot be reached by the server's " + launch.userText();
            }
            Folders.makeOpen(path);
            if (Folders.owner(path) != Launch.currentUid()) {
                return "belongs to another user";
            }
            if (launch.owner() != null) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                return "is writable by others";
            }
            if (!Files.isWritable(path)) {
                return "is not writable";
            }
            return launch.allows("-x", path) ? null : "cannot be reached by the server's " + launch.userText();
        } catch (IOException e) {
            return Folders.failure("cannot be made", e).getMessage();
        }
    }

    /// Runs the work while no other thread or process does such work in this cache.
    <T> T exclusively(Work<T> work) {
        synchronized (WITHIN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            root.resolve("guard.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new AssertionError("the guard's lock is not held");
                }
                return work.run();
            } catch (IOException e) {
                throw Folders.failure("cannot use the cache folder " + root, e);
            }
        }
    }

    /// Whether `folder` is a whole product of [#produce]: nothing of it was swept away by a cleaner of old files.
    private static boolean whole(Path folder, Path seal) throws IOException {
        return Files.isRegularFile(seal)
                && Files.isDirectory(folder)
                && Files.readString(seal).equals(Integer.toString(Folders.count(folder)));
    }

    /// Makes `root/name` by `work` unless it is there; half-made ones are never seen under that name.
    Path produce(String name, java.util.function.Consumer<Path> work) throws IOException {
        Path folder = root.resolve(name);
        Path seal = root.resolve(name + ".files");
        if (whole(folder, seal)) {
            return folder;
        }
        return exclusively(() -> {
            if (whole(folder, seal)) {
                return folder;
            }
            Path making = root.resolve(name + ".making");
            Folders.delete(making);
            work.accept(making);
            if (Files.exists(folder)) {
                Path old = root.resolve(name + ".old");
                Folders.delete(old);
                Files.move(folder, old);
                Folders.delete(old);
            }
            Files.writeString(seal, Integer.toString(Folders.count(making)));
            Files.move(making, folder, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            return folder;
        });
    }
}
