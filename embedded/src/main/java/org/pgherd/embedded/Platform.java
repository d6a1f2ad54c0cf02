package org.pgherd.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// The operating system and processor, as the archives of the binaries name them.
record Platform(String system, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : "";
        String processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (system.isEmpty() || processor.isEmpty()) {
            throw unsupported(osName + " on " + osArch + " has no PostgreSQL binaries here");
        }
        return new Platform(system, processor);
    }

    /// Name of the archive inside the binaries' jar.
    String archive() {
        return "postgres-" + system + "-" + processor + ".txz";
    }

    /// The binaries need glibc; a musl system has another loader, and says only "no such file" of a program that is
    /// there.
    void requireLoader() {
        if (!system.equals("linux")) {
            return;
        }
        String loader = processor.equals("x86_64") ? "/lib64/ld-linux-x86-64.so.2" : "/lib/ld-linux-aarch64.so.1";
        if (!Files.exists(Path.of(loader))) {
            throw unsupported("this Linux has no glibc (" + loader + " is missing)");
        }
    }

    static EmbeddedPostgresException unsupported(String what) {
        return new EmbeddedPostgresException(
                Reason.UNSUPPORTED_PLATFORM,
                "unsupported platform: " + what + "; supported are Linux with glibc and macOS on x86_64 and arm64, "
                        + "or name an installation with -D" + Distribution.HOME_PROPERTY + "=DIR");
    }
}
