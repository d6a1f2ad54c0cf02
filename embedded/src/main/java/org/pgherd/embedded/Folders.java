package org.pgherd.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// Whole folder trees: copied, counted, deleted, given to the server's user.
final class Folders {
    private Folders() {}

    /// Deletes the tree; what vanishes meanwhile is no error.
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Number of files and folders below, itself included.
    static int count(Path root) throws IOException {
        int[] count = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                count[0]++;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                count[0]++;
                return FileVisitResult.CONTINUE;
            }
        });
        return count[0];
    }

    /// Copies with owner, mode and times; shares blocks where the file system can.
    static void copy(Path from, Path to) {
        Command cp = Command.run(List.of("cp", "-Rp", from.toString(), to.toString()));
        if (!cp.succeeded()) {
            throw ServerLog.failure("cannot copy the data template to " + to, cp.output(), null);
        }
    }

    /// Makes the folder and what is missing above it, enterable by everyone whatever the umask: the server's user is
    /// often another one.
    static void makeOpen(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() instanceof Path parent) {
            makeOpen(parent);
        }
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Makes the folder if it is missing, only for its owner, and gives it to `owner`.
    static void makePrivate(Path folder, @Nullable Integer owner) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        give(folder, owner);
    }

    static void give(Path path, @Nullable Integer owner) throws IOException {
        if (owner != null) {
            Files.setAttribute(path, "unix:uid", owner);
            Files.setAttribute(path, "unix:gid", owner);
        }
    }

    static int owner(Path path) throws IOException {
        return ((Number) Files.getAttribute(path, "unix:uid")).intValue();
    }

    static EmbeddedPostgresException failure(String what, IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("No space left")) {
            return new EmbeddedPostgresException(Reason.DISK_FULL, what + ": the disk is full", e);
        }
        return new EmbeddedPostgresException(Reason.FOLDER_NOT_WRITABLE, what + ": " + describe(e) + text, e);
    }

    private static String describe(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "permission denied: ";
            case java.nio.file.FileAlreadyExistsException _ -> "not a folder: ";
            case NoSuchFileException _ -> "no such folder: ";
            default -> "";
        };
    }
}
