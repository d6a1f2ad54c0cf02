package org.pgherd.embedded;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// How a server program is started from this process: as whom, and how it learns that this process died.
///
/// PostgreSQL refuses to run as root, and `initdb` refuses a user without a name; so root becomes another user, and a
/// nameless user enters a user namespace where it is seen as `nobody`. The kernel sends SIGINT (fast shutdown) to a
/// server whose parent died, where `setpriv --pdeathsig` exists; elsewhere a shell holds the other end of a pipe.
///
/// @param prefix words put before the program
/// @param owner user id that must own the data, null when files made by this process already belong to the server's
/// user
/// @param watched whether [#PIPE_WATCH] must stand in for the kernel's signal
record Launch(List<String> prefix, @Nullable Integer owner, boolean watched) {

    /// `nobody` on Linux; any id other than 0 would do.
    static final int NOBODY = 65534;

    private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT", "--");

    /// Runs the program beside a reader of standard input, and sends it SIGINT at the end of that input.
    static final List<String> PIPE_WATCH = List.of(
            "/bin/sh",
            "-c",
            "command -v setsid >/dev/null || set -m; trap '' INT; exec 3<&0; \"$@\" </dev/null 3<&- & server=$!; "
                    + "(cat <&3 >/dev/null; kill -INT $server 2>/dev/null) & watch=$!; exec 3<&-; "
                    + "wait $server; code=$?; kill $watch 2>/dev/null; exit $code",
            "pgherd-watch");

    Launch {
        prefix = List.copyOf(prefix);
    }

    /// The first way that works here, for data that belongs to `wanted` (null: whoever fits).
    static Launch choose(@Nullable Integer wanted) {
        int uid = currentUid();
        for (Launch launch : uid == 0 ? forRoot(wanted == null ? NOBODY : wanted) : forUser()) {
            if (Command.runAs(launch.prefix, "true").succeeded()) {
                return launch;
            }
        }
        throw new EmbeddedPostgresException(
                Reason.START_FAILED,
                uid == 0
                        ? "cannot become another user than root, as PostgreSQL demands: tried setpriv, chroot, su and unshare"
                        : "user id " + uid + " has no name, which initdb demands, and unshare -U is not allowed here");
    }

    private static List<Launch> forRoot(int uid) {
        String id = Integer.toString(uid);
        List<String> drop = List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups");
        List<Launch> ways = new ArrayList<>();
        ways.add(new Launch(joined(drop, List.of("--pdeathsig", "INT", "--")), uid, false));
        ways.add(new Launch(joined(drop, List.of("--")), uid, true));
        ways.add(new Launch(List.of("chroot", "--userspec=+" + id + ":+" + id, "--groups=", "/"), uid, true));
        if (uid == NOBODY) {
            List<String> su = List.of("su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--");
            Command nobody = Command.run(List.of("id", "-u", "nobody"));
            if (nobody.succeeded()) {
                ways.add(new Launch(su, Integer.valueOf(nobody.output().strip()), true));
            }
        }
        ways.addAll(nameless());
        return ways;
    }

    private static List<Launch> forUser() {
        boolean named = Command.run(List.of("id", "-un")).succeeded();
        return named
                ? List.of(new Launch(DIE_WITH_PARENT, null, false), new Launch(List.of(), null, true))
                : nameless();
    }

    /// Inside of a user namespace without a mapping every user is seen as `nobody`, and stays itself outside. The
    /// parent-death signal comes second: entering the namespace clears it.
    private static List<Launch> nameless() {
        List<String> unshare = List.of("unshare", "-U");
        return List.of(new Launch(joined(unshare, DIE_WITH_PARENT), null, false), new Launch(unshare, null, true));
    }

    /// The full command line of a server, in a session or process group of its own: a Ctrl-C at the terminal, meant
    /// for a query in a shell, must not reach it.
    List<String> server(List<String> program) {
        List<String> command = joined(prefix, program);
        return joined(OwnSession.PREFIX, watched ? joined(PIPE_WATCH, command) : command);
    }

    private static final class OwnSession {
        static final List<String> PREFIX =
                Command.run(List.of("setsid", "true")).succeeded() ? List.of("setsid") : List.of();
    }

    /// Whether the server's user can do `test <flag>` of the path, e.g. `-w`.
    boolean allows(String flag, java.nio.file.Path path) {
        return Command.runAs(prefix, "test", flag, path.toString()).succeeded();
    }

    String userText() {
        return "user id " + (owner == null ? currentUid() : owner);
    }

    static int currentUid() {
        Command id = Command.run(List.of("id", "-u"));
        if (!id.succeeded()) {
            throw Platform.unsupported("the program id is missing");
        }
        return Integer.parseInt(id.output().strip());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
