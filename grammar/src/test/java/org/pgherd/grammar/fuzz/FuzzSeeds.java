package org.pgherd.grammar.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pgherd.grammar.SqlParser;

/// Texts to start from: the statements of the reference, and bodies.
final class FuzzSeeds {
    static final List<String> BODIES = List.of(
            "DECLARE a int := 1; b t%ROWTYPE; c CURSOR (x int) FOR SELECT x; BEGIN a := a + 1; IF a > 1 THEN RAISE NOTICE"
                    + " '%', a; ELSIF b.x THEN RETURN NEXT b; ELSE NULL; END IF; EXCEPTION WHEN others THEN RAISE; END",
            "<<l>> BEGIN FOR i IN REVERSE 1..10 BY 2 LOOP CONTINUE l WHEN i = 2; EXIT; END LOOP; WHILE x LOOP"
                    + " GET DIAGNOSTICS n = ROW_COUNT; END LOOP; FOREACH x SLICE 1 IN ARRAY y LOOP NULL; END LOOP; END l",
            "BEGIN OPEN c FOR EXECUTE 's' USING 1, 2; FETCH NEXT FROM c INTO a, b; MOVE c; CLOSE c; EXECUTE 'x' INTO STRICT r"
                    + " USING a; SELECT a INTO b.c FROM t; RETURN QUERY SELECT 1; CASE a WHEN 1 THEN NULL; ELSE NULL; END CASE;"
                    + " CALL p(1); COMMIT AND CHAIN; ASSERT a, 'b'; PERFORM f(); END");

    private FuzzSeeds() {}

    static List<String> statements() throws IOException {
        try (InputStream in = SqlParser.class.getResourceAsStream("/org/pgherd/grammar/sql/reference.sql")) {
            if (in == null) {
                throw new AssertionError("no reference.sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        }
    }
}
