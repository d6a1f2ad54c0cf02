-- The schema of every case file: two co-located tables, one of another key, a reference table, a single table.
DROP SCHEMA IF EXISTS shop CASCADE;
CREATE SCHEMA shop;
SET search_path = shop;
CREATE TABLE customers (id int PRIMARY KEY, name text, region text, credit numeric(10,2), joined date);
CREATE TABLE orders (customer_id int NOT NULL, order_id int NOT NULL, status text, total numeric(12,2), placed timestamp, PRIMARY KEY (customer_id, order_id));
CREATE TABLE items (item_id int PRIMARY KEY, order_id int, product_id int, quantity int, price float8, note varchar(20));
CREATE TABLE regions (code text PRIMARY KEY, title text, zone int);
CREATE TABLE settings (name text PRIMARY KEY, value text);
--@herd SELECT create_distributed_table('customers', 'id');
--@herd SELECT create_distributed_table('orders', 'customer_id', colocate_with => 'customers');
--@herd SELECT create_distributed_table('items', 'item_id', colocate_with => 'none');
--@herd SELECT create_reference_table('regions');
INSERT INTO regions VALUES ('N', 'North', 1), ('S', 'South', 1), ('E', 'East', 2), ('W', NULL, 2);
INSERT INTO settings VALUES ('limit', '10'), ('mode', 'fast'), ('empty', NULL);
INSERT INTO customers SELECT g, 'name ' || g, (ARRAY['N','S','E','X',NULL])[g % 5 + 1], (g * 37 % 1000) / 10.0, date '2024-01-01' + g FROM generate_series(1, 60) g;
INSERT INTO orders SELECT g % 50 + 1, g, (ARRAY['open','paid','sent'])[g % 3 + 1], CASE WHEN g % 11 = 0 THEN NULL ELSE (g * 13 % 500) / 4.0 END, timestamp '2024-03-01 10:00' + g * interval '7 hours' FROM generate_series(1, 200) g;
INSERT INTO items SELECT g, g % 210 + 1, g % 17, g % 5 + 1, g * 0.5, CASE WHEN g % 4 = 0 THEN NULL ELSE 'note ' || (g % 7) END FROM generate_series(1, 400) g;
