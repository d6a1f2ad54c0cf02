package org.pgherd.conformance.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lists of statements that cannot be compared in full. A line: file glob, tab, `L12`, `L12-15` or `~regex`, tab,
/// action, tab, reason.
public final class Rules {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(
            PathMatcher files, int from, int to, @Nullable Pattern text, Action action) {
        boolean matches(Path file, int line, String sql) {
            return files.matches(file) && (text != null ? text.matcher(sql).find() : line >= from && line <= to);
        }
    }

    public enum Action {
        COMPARE,
        /// Do not run it.
        SKIP,
        /// Compare only success or failure.
        NOCMP,
        /// Rows may differ, their number may not.
        LOOSE
    }

    /// The lists `skip.list`, `order.list` and `physical.list` of a folder, those that are there.
    public static Rules of(@Nullable Path folder) {
        Rules rules = new Rules();
        if (folder != null) {
            for (String name : List.of("skip.list", "order.list", "physical.list")) {
                Path list = folder.resolve(name);
                if (Files.isRegularFile(list)) {
                    rules.read(list);
                }
            }
        }
        return rules;
    }

    private void read(Path list) {
        try {
            for (String line : Files.readAllLines(list)) {
                String[] part = line.split("\t", -1);
                if (line.startsWith("#") || part.length < 3) {
                    continue;
                }
                PathMatcher files = FileSystems.getDefault().getPathMatcher("glob:" + part[0]);
                Action action = Action.valueOf(part[2].strip().toUpperCase(java.util.Locale.ROOT));
                if (part[1].startsWith("~")) {
                    rules.add(new Rule(files, 0, 0, Pattern.compile(part[1].substring(1)), action));
                } else {
                    String[] range = part[1].substring(1).split("-");
                    int from = Integer.parseInt(range[0]);
                    rules.add(
                            new Rule(files, from, range.length > 1 ? Integer.parseInt(range[1]) : from, null, action));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Action action(Path file, int line, String sql) {
        for (Rule rule : rules) {
            if (rule.matches(file.getFileName(), line, sql)) {
                return rule.action();
            }
        }
        return Action.COMPARE;
    }
}
