package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgherd.conformance.compare.Difference;
import org.pgherd.conformance.compare.FileReport;
import org.pgherd.conformance.compare.Rules;
import org.pgherd.conformance.compare.ScriptRun;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.gateway.client.WireClient;

/// Objects of users have another number (oid) on each shard; values that hold such numbers mean the same on all.
class ObjectNumbersTest {
    private static final String SCRIPT = """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TYPE pair AS (a int, m mood);
            CREATE DOMAIN posint AS int CHECK (VALUE > 0);
            CREATE TYPE span AS RANGE (subtype = posint);
            CREATE TYPE nested AS (p pair, list mood[]);
            CREATE TABLE t (id int PRIMARY KEY, m mood, ms mood[], p pair, ps pair[], d posint, n nested, k regclass, ty regtype, f regproc);
            CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
            INSERT INTO t SELECT g, (ARRAY['sad','ok','happy'])[g % 3 + 1]::mood, ARRAY['ok', 'sad']::mood[], ROW(g, 'ok')::pair, ARRAY[ROW(g, 'sad')::pair], g, ROW(ROW(g, 'happy')::pair, ARRAY['ok']::mood[])::nested, 't'::regclass, 'mood'::regtype, 'twice'::regproc FROM generate_series(1, 12) g;
            SELECT id, m, ms, p, ps, d, n FROM t ORDER BY id;
            SELECT id, k, ty, f FROM t ORDER BY id;
            SELECT id FROM t WHERE m = 'ok' ORDER BY id;
            SELECT m, count(*) FROM t GROUP BY m ORDER BY m;
            SELECT ms, p FROM t WHERE p = ROW(3, 'ok')::pair ORDER BY id;
            SELECT (p).m, (n).p, ((n).p).m, (n).list[1] FROM t ORDER BY id;
            SELECT id FROM t WHERE 'sad' = ANY (ms) AND id < 4 ORDER BY id;
            SELECT a.id, b.id FROM t a JOIN t b ON a.m = b.m AND a.id = b.d + 3 ORDER BY 1, 2;
            SELECT array_agg(m ORDER BY id), min(m), max(m), array_agg(p ORDER BY id) FROM t;
            SELECT DISTINCT pg_typeof(m), pg_typeof(p), pg_typeof(ms), pg_typeof(d) FROM t;
            SELECT tableoid::regclass, count(*) FROM t GROUP BY 1;
            SELECT id FROM t WHERE k = 't'::regclass AND ty = 'mood'::regtype ORDER BY id LIMIT 3;
            SELECT row(m, p) FROM t ORDER BY id LIMIT 2;
            SELECT to_jsonb(n) FROM t ORDER BY id LIMIT 2;
            UPDATE t SET m = 'happy', p = ROW(0, 'happy'), ms = ms || 'happy'::mood WHERE id % 2 = 0;
            UPDATE t SET p.m = 'sad', ms[1] = 'happy' WHERE id = 3;
            SELECT id, m, ms, p FROM t ORDER BY id;
            INSERT INTO t (id, m, p) SELECT id + 100, m, p FROM t WHERE id < 4;
            SELECT id, m, p FROM t WHERE id > 100 ORDER BY id;
            PREPARE q (mood, mood[]) AS SELECT id FROM t WHERE m = $1 OR ms = $2 ORDER BY id;
            EXECUTE q ('happy', ARRAY['ok', 'sad']::mood[]);
            SELECT * FROM (VALUES ('ok'::mood), ('sad')) v(x) JOIN t ON t.m = v.x ORDER BY id;
            DELETE FROM t WHERE m = 'sad' AND p IS NOT NULL RETURNING id, m, p;
            ALTER TYPE mood ADD VALUE 'great' AFTER 'ok';
            INSERT INTO t (id, m) VALUES (500, 'great'), (501, 'great');
            SELECT id, m FROM t WHERE m > 'ok' ORDER BY m, id;
            """;

    @ParameterizedTest
    @ValueSource(strings = {"route", "scatter", "split", "pull"})
    void meanTheSameOnEveryShard(String cap) throws Exception {
        EmbeddedHerd servers = EmbeddedHerd.shared(3);
        try (Arena arena = Arena.over(servers, Map.of("pgherd.max_pushdown", cap))) {
            for (int shard = 0; shard < servers.shards().size(); shard++) {
                useUpNumbers(servers, shard, 5 + 11 * shard);
            }
            try (Target herd = arena.herd();
                    Target oracle = arena.oracle()) {
                ScriptRun run = new ScriptRun(herd, oracle, Rules.of(null), Path.of("numbers.sql"));
                run.prepare("");
                FileReport report = run.compare(SCRIPT);
                List<String> differences = new ArrayList<>();
                report.differences().stream().map(Difference::describe).forEach(differences::add);
                assertThat(differences).isEmpty();
                assertThat(report.compared()).isGreaterThan(30);
            }
        }
    }

    private static void useUpNumbers(EmbeddedHerd servers, int number, int count) throws Exception {
        var shard = servers.shard(number);
        try (WireClient client = WireClient.connect(shard.host(), shard.port(), shard.user(), shard.database())) {
            for (int i = 0; i < count; i++) {
                client.query("CREATE TYPE used_up AS ENUM ('x')");
                client.query("DROP TYPE used_up");
            }
        }
    }
}
