package org.pgherd.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// An initialised, never started data folder: copying it takes a tenth of what `initdb` does.
record DataTemplate(Path folder) {
    /// UTF-8 with code point order from PostgreSQL itself: the same on every machine, whatever its C library knows.
    private static final List<String> OPTIONS = List.of(
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "-A",
            "trust",
            "--no-sync",
            "--no-instructions",
            "-E",
            "UTF8",
            "-U",
            EmbeddedPostgres.USER);

    /// Log segments full of holes are copied in no time, where `initdb` would leave 16 MB to copy per server.
    private static final List<String> SPARSE_LOG = List.of("-c", "wal_init_zero=off", "-c", "wal_recycle=off");

    static DataTemplate locate(CacheFolder cache, Distribution distribution, Launch launch) {
        try {
            int owner = launch.owner() == null ? Launch.currentUid() : launch.owner();
            String name = "template-" + distribution.key() + "-"
                    + HexFormat.of().toHexDigits(31 * OPTIONS.hashCode() + SPARSE_LOG.hashCode()) + "-" + owner;
            return new DataTemplate(cache.produce(name, folder -> initialise(folder, distribution, launch)));
        } catch (IOException e) {
            throw Folders.failure("cannot make the data template in " + cache.root(), e);
        }
    }

    private static void initialise(Path folder, Distribution distribution, Launch launch) {
        try {
            Folders.makePrivate(folder, launch.owner());
        } catch (IOException e) {
            throw Folders.failure("cannot make the data template", e);
        }
        List<String> command = new ArrayList<>(launch.prefix());
        command.add(distribution.program("initdb").toString());
        command.addAll(OPTIONS);
        command.addAll(SPARSE_LOG);
        command.addAll(List.of("-D", folder.toString()));
        Command initdb = Command.run(command);
        if (!initdb.succeeded()) {
            throw ServerLog.failure("initdb failed", initdb.output(), null);
        }
        shrinkLog(folder, distribution, launch);
    }

    /// Leaves the 8 MB that `initdb` logged behind: a new segment, then a checkpoint that removes the old one.
    private static void shrinkLog(Path folder, Distribution distribution, Launch launch) {
        List<String> single = new ArrayList<>(launch.prefix());
        single.add(distribution.program("postgres").toString());
        single.addAll(List.of("--single", "-F", "-D", folder.toString()));
        single.addAll(SPARSE_LOG);
        single.add("postgres");
        Command shrink = Command.run(single, "SELECT pg_switch_wal()\nCHECKPOINT\n");
        if (!shrink.succeeded()) {
            throw ServerLog.failure("the data template cannot be used", shrink.output(), null);
        }
    }
}
