-- Locks of views and values; calls of parameters alone.
-- what has no rows of its own
CREATE VIEW status_counts AS SELECT status, count(*) AS n FROM orders GROUP BY status;
CREATE VIEW every_id AS SELECT id, name FROM customers UNION ALL SELECT item_id, note FROM items;
CREATE VIEW distinct_ids AS SELECT id FROM customers UNION SELECT item_id FROM items;
CREATE VIEW joined AS SELECT c.id, o.total, r.title FROM customers c JOIN orders o ON o.customer_id = c.id LEFT JOIN regions r ON r.code = c.region;
SELECT count(*) FROM (SELECT * FROM status_counts FOR SHARE) q;
SELECT n FROM status_counts, items WHERE item_id = 3 ORDER BY 1 FOR UPDATE OF items;
SELECT n FROM status_counts, items WHERE item_id = 3 FOR UPDATE;
SELECT id FROM every_id WHERE id = 7 FOR UPDATE;
SELECT id FROM distinct_ids WHERE id = 7 FOR UPDATE;
SELECT id FROM joined WHERE id = 7 FOR UPDATE;
SELECT item_id FROM items LEFT JOIN (VALUES (NULL), ('note 3')) AS w (x) ON note = x WHERE item_id < 5 ORDER BY 1 FOR UPDATE;
SELECT item_id FROM items LEFT JOIN (SELECT 'note 3' AS x) AS w ON note = x WHERE item_id < 5 ORDER BY 1 FOR UPDATE;
SELECT item_id FROM items LEFT JOIN (SELECT 'note 3' AS x OFFSET 0) AS w ON note = x WHERE item_id < 5 ORDER BY 1 FOR UPDATE;
SELECT item_id FROM items LEFT JOIN (SELECT name AS x FROM customers) AS w ON note = x WHERE item_id < 5 FOR UPDATE;
SELECT item_id FROM items LEFT JOIN generate_series(1, 2) AS g ON item_id = g WHERE item_id < 5 ORDER BY 1 FOR UPDATE;
SELECT id FROM customers c LEFT JOIN every_id e USING (id) WHERE id < 3 ORDER BY 1 FOR UPDATE OF c;
DROP VIEW status_counts, every_id, distinct_ids, joined;
-- calls of parameters fail whether or not there is a row to need them
PREPARE fails(int) AS SELECT 1 / $1 FROM items i JOIN customers c ON c.id = i.order_id WHERE false;
EXECUTE fails(0);
EXECUTE fails(1);
PREPARE fails2(int, int) AS SELECT int4range($1, $2) FROM items i JOIN customers c ON c.id = i.order_id WHERE i.item_id < 0;
EXECUTE fails2(2, 1);
EXECUTE fails2(1, 2);
PREPARE fails3(int4range) AS SELECT int4multirange($1, '[1,2)') FROM items i JOIN customers c ON c.id = i.order_id WHERE i.item_id < 0;
EXECUTE fails3(NULL);
PREPARE fails4(int) AS SELECT count(*) FROM items i JOIN customers c ON c.id = i.order_id WHERE i.item_id < 10 / $1;
EXECUTE fails4(2);
EXECUTE fails4(5);
EXECUTE fails4(0);
DEALLOCATE ALL;
-- NULL arguments of strict calls whose other arguments fail; GROUPING from within
SELECT count(*) FROM items i JOIN customers c ON c.id = i.order_id WHERE CASE WHEN false THEN '{}'::int4multirange END >= int4multirange(NULL::int4range, '[1,5)'::int4range);
SELECT count(*) FROM items i JOIN customers c ON c.id = i.order_id WHERE i.item_id < 0 AND NULL::int = 1 / 0;
SELECT count(*) FROM items i JOIN customers c ON c.id = i.order_id WHERE NULL::int = i.item_id / 0;
SELECT status, GROUPING(status), (SELECT max(quantity) FROM items WHERE item_id > GROUPING(status)) FROM orders GROUP BY ROLLUP (status) ORDER BY 1;
SELECT status IS NULL, GROUPING(status IS NULL), (SELECT max(quantity) FROM items WHERE item_id > GROUPING(status IS NULL)) FROM orders GROUP BY ROLLUP (status IS NULL) ORDER BY 1;
SELECT status IS NULL, GROUPING(status IS NULL) FROM orders GROUP BY ROLLUP (status IS NULL) ORDER BY 1;
-- rows of constants; inputs without rows
SELECT count(*) FROM items i JOIN customers c ON c.id = i.order_id WHERE i.item_id < 0 AND ROW(1, 'x') < ROW(1, 'y');
CREATE TYPE shop.pair AS (x int, y text);
SELECT status FROM orders WHERE false GROUP BY status HAVING ROW(NULL, 'yy')::pair = ROW();
SELECT count(*) FROM items i JOIN customers c ON c.id = i.order_id WHERE i.item_id < 0 AND ROW(NULL, 'yy')::pair = ROW(1, 2);
SELECT count(*) FROM items i JOIN customers c ON c.id = i.order_id WHERE i.item_id < 9 AND ROW(1, 'yy')::pair = ROW(1, 'yy'::text);
SELECT count(*) FROM items i, (SELECT id FROM customers WHERE false ORDER BY id) q WHERE 1 / (i.quantity - i.quantity) = 1;
SELECT count(*) FROM items i LEFT JOIN (SELECT id FROM customers WHERE false ORDER BY id) q ON q.id = i.order_id WHERE i.item_id < 9;
SELECT count(*) FROM (SELECT id FROM customers WHERE false ORDER BY id) q LEFT JOIN items i ON 1 / (i.quantity - i.quantity) = 1;
SELECT count(*) FROM items i FULL JOIN (SELECT id FROM customers WHERE false ORDER BY id) q ON q.id = i.order_id;
SELECT count(*), max(n) FROM items i, (SELECT count(*) AS n FROM customers WHERE false) q;
SELECT count(*), max(n) FROM items i, (SELECT region, count(*) AS n FROM customers WHERE false GROUP BY region) q;
SELECT count(*), max(n) FROM items i, (SELECT region, count(*) AS n FROM customers WHERE false GROUP BY ROLLUP (region)) q;
SELECT count(*) FROM items i WHERE EXISTS (SELECT FROM customers c, (SELECT 1 WHERE false) q WHERE c.id = i.order_id);
DROP TYPE shop.pair;
