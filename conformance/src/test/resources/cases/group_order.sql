-- Groups come sorted where an aggregate wants its input in order, for PostgreSQL cannot hash then: the first few are
-- known without ORDER BY, and so is the first error.
SELECT region, count(DISTINCT name) FROM customers GROUP BY region;
SELECT region, count(DISTINCT name) FROM customers GROUP BY region LIMIT 2;
SELECT region, count(DISTINCT name) FROM customers GROUP BY region OFFSET 3;
SELECT count(DISTINCT name), region FROM customers GROUP BY region LIMIT 2;
SELECT count(DISTINCT name) FROM customers GROUP BY region;
SELECT id, count(DISTINCT name) FROM customers GROUP BY id LIMIT 5;
SELECT id, count(DISTINCT name) FROM customers GROUP BY id OFFSET 55;
SELECT id, string_agg(name, ',' ORDER BY name) FROM customers GROUP BY id;
SELECT string_agg(name, ',' ORDER BY name) FROM customers GROUP BY id LIMIT 3;
SELECT customer_id, percentile_disc(0.5) WITHIN GROUP (ORDER BY total) FROM orders GROUP BY customer_id LIMIT 4;
SELECT customer_id, mode() WITHIN GROUP (ORDER BY status) FROM orders GROUP BY 1;
SELECT status, customer_id % 3 AS third, array_agg(order_id ORDER BY order_id) FROM orders GROUP BY status, customer_id % 3;
SELECT status, customer_id % 3 AS third, array_agg(order_id ORDER BY order_id) FROM orders GROUP BY third, status LIMIT 4;
SELECT quantity, max(price), count(DISTINCT note) FROM items GROUP BY quantity HAVING count(DISTINCT product_id) > 3 LIMIT 2;
SELECT note, count(DISTINCT quantity) FILTER (WHERE price > 100) FROM items GROUP BY note LIMIT 3;
SELECT c.region, count(DISTINCT o.status) FROM customers c JOIN orders o ON c.id = o.customer_id GROUP BY c.region;
SELECT o.status, i.quantity, count(DISTINCT i.note) FROM orders o JOIN items i ON i.order_id = o.order_id GROUP BY o.status, i.quantity LIMIT 6;
SELECT region, count(DISTINCT name) FROM customers GROUP BY region ORDER BY 2, 1 LIMIT 2;
SELECT region, count(DISTINCT name) FROM customers GROUP BY region ORDER BY region DESC NULLS LAST;
SELECT status, customer_id % 2 AS odd, count(DISTINCT total) FROM orders GROUP BY ROLLUP (status, customer_id % 2);
SELECT region, count(DISTINCT name) FROM customers GROUP BY ROLLUP (region) LIMIT 3;
SELECT region, GROUPING(region), count(DISTINCT name) FROM customers GROUP BY GROUPING SETS ((), (region)) OFFSET 3;
SELECT status, customer_id % 2 AS odd, GROUPING(status), count(DISTINCT total) FROM orders GROUP BY GROUPING SETS ((customer_id % 2), (status, customer_id % 2));
SELECT DISTINCT region, count(DISTINCT name) FROM customers GROUP BY region, joined ORDER BY 1, 2;
SELECT q.region, n FROM (SELECT region, count(DISTINCT name) AS n FROM customers GROUP BY region) q LIMIT 2;
SELECT (SELECT status FROM orders GROUP BY status HAVING count(DISTINCT total) > 1 LIMIT 1);
-- the first group's error
SELECT int4range(zone, max(DISTINCT zone) - 1) + int4range(9, 9 / (zone - 1)) FROM regions GROUP BY zone;
SELECT quantity, count(DISTINCT note), int4range(quantity, 2) + int4range(8, 9) FROM items GROUP BY quantity;
SELECT quantity, count(DISTINCT note), CASE WHEN quantity = 2 THEN 1 / (quantity - 2) ELSE ('x' || quantity)::int END FROM items GROUP BY quantity;
SELECT quantity, GROUPING(quantity), count(DISTINCT note), CASE WHEN quantity IS NULL THEN 1 / 0 WHEN quantity = 3 THEN 'abc'::int::text::int END FROM items GROUP BY GROUPING SETS ((), (quantity));
