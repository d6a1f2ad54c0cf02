package org.pgherd.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.engine.offline.OfflineExplain;
import org.pgherd.errors.SqlException;

/// `pgherd explain`: plans against the definitions of a script, without servers.
final class OfflineExplainTest {
    private static final String SCHEMA = """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE DOMAIN positive AS int CHECK (VALUE > 0);
            CREATE TABLE customers (id bigserial PRIMARY KEY, name varchar(40) NOT NULL, m mood DEFAULT 'ok', tags text[])
                WITH (pgherd.shard_by = 'hash(id)');
            CREATE TABLE orders (id bigint, customer_id bigint REFERENCES customers, total numeric(10, 2), qty positive,
                PRIMARY KEY (customer_id, id)) WITH (pgherd.shard_by = 'hash(customer_id)', pgherd.colocate_with = 'customers');
            CREATE TABLE country (code char(2) PRIMARY KEY, name text) WITH (pgherd.shard_by = 'reference');
            CREATE TABLE events (id bigint NOT NULL, kind int) PARTITION BY RANGE (id);
            SELECT create_distributed_table('events', 'id');
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (100);
            CREATE UNIQUE INDEX ON country (name);
            CREATE VIEW spent (who, much) AS SELECT c.name, sum(o.total) FROM customers c JOIN orders o ON o.customer_id = c.id
                GROUP BY c.id, c.name;
            CREATE FUNCTION spend(c bigint, amount numeric) RETURNS numeric LANGUAGE plpgsql AS
                $$ BEGIN UPDATE orders SET total = total - amount WHERE customer_id = c; RETURN amount; END $$;
            CREATE FUNCTION next_of(c bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT c + 1';
            CREATE FUNCTION orders_of(c bigint) RETURNS SETOF orders LANGUAGE sql STABLE AS 'SELECT * FROM orders WHERE customer_id = c';
            CREATE FUNCTION any_orders_of(c bigint) RETURNS SETOF orders LANGUAGE sql VOLATILE AS 'SELECT * FROM orders WHERE customer_id = c';
            COMMENT ON TABLE orders IS 'x';
            """;

    private static String plan(String sql) {
        OfflineExplain explain = new OfflineExplain(4, "single");
        explain.define(SCHEMA);
        List<List<String>> plans = explain.explain(sql, "route", "text", false, false);
        assertThat(plans).hasSize(1);
        return String.join("\n", plans.getFirst());
    }

    @Test
    void joinsWhatIsColocated() {
        assertThat(plan("SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id"))
                .contains("rung: scatter")
                .doesNotContain("Hash Join");
    }

    @Test
    void routesByParameter() {
        assertThat(plan("SELECT * FROM orders WHERE customer_id = $1")).contains("shards: owner of $1", "rung: route");
    }

    @Test
    void expandsViews() {
        assertThat(plan("SELECT who FROM spent WHERE much > 10")).contains("public.orders", "rung: scatter");
    }

    @Test
    void seesIntoFunctions() {
        assertThat(plan("SELECT * FROM orders_of(7)")).contains("rung: route", "shards: owner of (7)");
        assertThat(plan("SELECT * FROM orders WHERE customer_id = next_of($1)")).contains("shards: owner of");
        assertThat(plan("SELECT c.name, o.total FROM customers c, orders_of(c.id) o"))
                .contains("rung: scatter")
                .doesNotContain("Nested Loop");
        assertThat(plan("SELECT * FROM any_orders_of(7)"))
                .contains("Function Scan")
                .doesNotContain("public.orders");
    }

    @Test
    void knowsWhatRoutinesTouch() {
        assertThat(plan("SELECT spend(10, 1.5)")).contains("Effect: writes orders: spend -> UPDATE orders");
    }

    @Test
    void readsPartitionsThroughTheirParent() {
        assertThat(plan("SELECT count(*) FROM events")).contains("rung: split", "public.events");
    }

    @Test
    void refusesWhatAServerWouldHaveToKnow() {
        OfflineExplain explain = new OfflineExplain(4, "single");
        assertThatThrownBy(() -> explain.define("CREATE EXTENSION postgis"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("not known without a server");
        assertThatThrownBy(() -> explain.define("CREATE TABLE a (x nowhere)"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("type \"nowhere\" does not exist");
    }
}
