package org.pgherd.shardplanner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A `.plan` file: a schema, then cases between lines of `====`. A case is an optional line of directives
/// (`cap=split expect=Rule,Rule expect-not=Rule params=integer,text`), the SQL, a line `----`, the expected plan.
record PlanFile(Path path, String schema, List<Case> cases) {
    record Case(String directives, String sql, String expected) {
        Map<String, String> options() {
            Map<String, String> options = new HashMap<>();
            for (String word : directives.split(" ")) {
                if (word.contains("=")) {
                    options.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
                }
            }
            return options;
        }

        @Override
        public String toString() {
            return (directives.isEmpty() ? "" : "[" + directives + "] ")
                    + sql.lines().collect(Collectors.joining(" "));
        }
    }

    static PlanFile read(Path path) throws IOException {
        String[] blocks = Files.readString(path).split("(?m)^====\n");
        List<Case> cases = new ArrayList<>();
        for (int i = 1; i < blocks.length; i++) {
            String[] halves = (blocks[i].endsWith("\n") ? blocks[i] : blocks[i] + "\n").split("(?m)^----\n", -1);
            String head = halves[0].strip();
            boolean hasDirectives = head.matches("(?s)[a-z-]+=\\S.*");
            String directives = hasDirectives ? head.lines().findFirst().orElse("") : "";
            String sql = hasDirectives ? head.substring(directives.length()).strip() : head;
            cases.add(new Case(directives, sql, halves.length > 1 ? halves[1].strip() : ""));
        }
        return new PlanFile(path, blocks[0], cases);
    }

    /// The file's text with other expectations.
    String with(List<String> expected) {
        StringBuilder out = new StringBuilder(schema);
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            out.append("====\n");
            if (!c.directives().isEmpty()) {
                out.append(c.directives()).append('\n');
            }
            out.append(c.sql()).append("\n----\n").append(expected.get(i)).append('\n');
        }
        return out.toString();
    }
}
