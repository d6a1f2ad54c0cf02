-- Partitions and inheritance children lie where their parent lies, whichever was there first.
CREATE TABLE events (id int NOT NULL, at date NOT NULL, note text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-02-01');
INSERT INTO events SELECT g, date '2024-01-01' + g, 'old ' || g FROM generate_series(1, 20) g;
--@herd SELECT create_distributed_table('events', 'id');
CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2024-02-01') TO (MAXVALUE);
INSERT INTO events SELECT g, date '2024-01-20' + g, 'new ' || g FROM generate_series(21, 40) g;
SELECT count(*), min(id), max(id) FROM events;
SELECT count(*), min(id), max(id) FROM events_old;
SELECT count(*), min(id), max(id) FROM events_new;
SELECT o.id, n.id FROM events_old o FULL JOIN events_new n ON o.id = n.id - 20 ORDER BY 1, 2;
SELECT * FROM events_new WHERE id = 33;
UPDATE events_old SET note = 'changed' WHERE id IN (3, 5) RETURNING *;
SELECT note, count(*) FROM events GROUP BY 1 ORDER BY 1;
-- attached later, with rows of its own
CREATE TABLE late (note text, id int NOT NULL, at date NOT NULL);
INSERT INTO late SELECT 'late ' || g, g, date '2025-01-01' + g FROM generate_series(1, 12) g;
ALTER TABLE events DETACH PARTITION events_new;
ALTER TABLE events ATTACH PARTITION late FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
SELECT count(*), sum(id) FROM events;
SELECT * FROM events WHERE id = 7 ORDER BY at;
SELECT count(*), sum(id) FROM events_new;
DELETE FROM events WHERE id < 10;
SELECT count(*) FROM late;
-- inheritance
CREATE TABLE beasts (id int, name text);
CREATE TABLE cows (milk int) INHERITS (beasts);
INSERT INTO beasts SELECT g, 'beast ' || g FROM generate_series(1, 10) g;
INSERT INTO cows SELECT g, 'cow ' || g, g * 10 FROM generate_series(8, 20) g;
--@herd SELECT create_distributed_table('beasts', 'id');
SELECT count(*) FROM beasts;
SELECT count(*) FROM ONLY beasts;
SELECT * FROM beasts WHERE id = 9 ORDER BY name;
SELECT * FROM cows WHERE id = 9;
-- a shard key that goes away or changes its type takes the rows along
CREATE TABLE wanderers (id int, v text);
--@herd SELECT create_distributed_table('wanderers', 'id');
INSERT INTO wanderers SELECT g, 'v' || g FROM generate_series(1, 15) g;
ALTER TABLE wanderers ALTER COLUMN id TYPE text;
SELECT * FROM wanderers WHERE id = '7';
INSERT INTO wanderers VALUES ('x', 'y');
SELECT count(*), max(id) FROM wanderers;
ALTER TABLE wanderers DROP COLUMN id;
INSERT INTO wanderers VALUES ('z');
SELECT v FROM wanderers ORDER BY v;
SELECT * FROM wanderers WHERE v = 'v7';
