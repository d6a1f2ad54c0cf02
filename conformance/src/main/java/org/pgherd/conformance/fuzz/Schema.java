package org.pgherd.conformance.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The relations that `fuzz/setup.sql` makes.
final class Schema {
    static final List<Relation> RELATIONS = List.of(
            Relation.of("a", true, "*id:int b:bigint n:numeric f:float t:text d:date m:mood g:bool xs:ints j:jsonb"),
            Relation.of("ax", true, "*a_id:int *seq:int v:int t:text ts:timestamp n:numeric"),
            Relation.of("ay", true, "*id:bigint v:int t:text d:date"),
            Relation.of("b", true, "*id:bigint a_id:int t:text n:numeric d:date"),
            Relation.of("c", true, "k:text v:int w:int d:date m:mood"),
            Relation.of("u", true, "*id:uuid a_id:int t:text f:float"),
            Relation.of("dd", true, "*d:date *seq:int v:int ts:timestamp"),
            Relation.of("nn", true, "*k:numeric v:int t:text"),
            Relation.of("r", true, "*code:text v:int zone:int"),
            Relation.of("s", true, "*id:int v:int t:text d:date"),
            Relation.of("p", true, "*id:int *d:date v:int t:text"),
            Relation.of("par", true, "id:int v:int t:text"),
            Relation.of("chi", false, "id:int v:int t:text extra:int"),
            Relation.of("k", true, "*id:int tz:timestamptz by:bytea ch:bpchar ct:ctext rg:range pos:positive co:pair"),
            Relation.of("kt", true, "*at:timestamptz v:int mr:multirange"),
            Relation.of("kc", true, "*code:bpchar v:int by:bytea"),
            Relation.of("kb", true, "*key:bytea n:numeric co:pair"),
            Relation.of("kp", true, "*key:positive ch:bpchar ct:ctext"),
            Relation.of("p_new", false, "*id:int *d:date v:int t:text"),
            Relation.of("v_plain", false, "*id:int b:bigint t:text d:date"),
            Relation.of("v_join", false, "*id:int *seq:int t:text v:int zone:int"),
            Relation.of("v_sums", false, "*id:int n:bigint total:bigint t:text"),
            Relation.of("v_union", false, "id:int v:int"));

    private Schema() {}

    static Relation named(String name) {
        return RELATIONS.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String setup() {
        try (InputStream in = Schema.class.getResourceAsStream("/fuzz/setup.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
