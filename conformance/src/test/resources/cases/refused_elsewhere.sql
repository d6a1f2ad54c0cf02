-- What other sharding layers refuse or answer wrongly: everything over rows of several shards, off the shard key.
-- Hypothetical-set and ordered-set aggregates
SELECT rank(50) WITHIN GROUP (ORDER BY credit), dense_rank(50) WITHIN GROUP (ORDER BY credit), percent_rank(50) WITHIN GROUP (ORDER BY credit), cume_dist(50) WITHIN GROUP (ORDER BY credit) FROM customers;
SELECT region, rank(NULL) WITHIN GROUP (ORDER BY credit DESC NULLS FIRST), cume_dist(30.0) WITHIN GROUP (ORDER BY credit DESC) FROM customers GROUP BY region ORDER BY 1;
SELECT rank('E', 40) WITHIN GROUP (ORDER BY region DESC, credit), dense_rank('E') WITHIN GROUP (ORDER BY region NULLS FIRST) FROM customers;
SELECT percent_rank(1) WITHIN GROUP (ORDER BY id), cume_dist(1) WITHIN GROUP (ORDER BY id) FROM customers WHERE false;
SELECT rank(10) WITHIN GROUP (ORDER BY total) FILTER (WHERE status = 'open') FROM orders;
SELECT status, percentile_disc(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY total), mode() WITHIN GROUP (ORDER BY customer_id), percentile_cont(0.25) WITHIN GROUP (ORDER BY total) FROM orders GROUP BY status ORDER BY 1;
-- Correlated subqueries that are not co-located
SELECT c.id, (SELECT count(*) FROM items i WHERE i.product_id = c.id % 17) FROM customers c WHERE c.id < 12 ORDER BY 1;
SELECT c.id FROM customers c WHERE EXISTS (SELECT FROM items i WHERE i.order_id = c.id AND i.price > (SELECT avg(price) FROM items j WHERE j.product_id = i.product_id)) ORDER BY 1;
SELECT c.id FROM customers c WHERE c.credit > ALL (SELECT o.total FROM orders o WHERE o.order_id % 10 = c.id % 10 AND o.total < 90) ORDER BY 1;
SELECT count(*) FROM customers c WHERE c.id NOT IN (SELECT i.order_id FROM items i WHERE i.quantity = c.id % 5 + 1);
SELECT o.order_id, CASE WHEN o.total > (SELECT avg(credit) FROM customers) THEN (SELECT name FROM customers WHERE id = o.order_id % 60 + 1) END FROM orders o WHERE o.order_id < 15 ORDER BY 1;
SELECT c.id, (SELECT array_agg(i.item_id ORDER BY i.item_id) FROM items i JOIN orders o ON o.order_id = i.order_id WHERE o.customer_id = c.id) FROM customers c WHERE c.id < 6 ORDER BY 1;
SELECT region, count(*) FROM customers c GROUP BY region HAVING count(*) > (SELECT count(*) / 60 FROM items i WHERE i.note LIKE 'note%' AND c.region IS NOT NULL) ORDER BY 1;
SELECT id FROM customers ORDER BY (SELECT max(price) FROM items WHERE order_id = customers.id) DESC NULLS LAST, id LIMIT 5;
SELECT id FROM customers ORDER BY id LIMIT (SELECT min(quantity) + 2 FROM items) OFFSET (SELECT count(*) FROM regions);
-- LATERAL off the key
SELECT c.id, t.order_id, t.total FROM customers c CROSS JOIN LATERAL (SELECT o.order_id, o.total FROM orders o WHERE o.order_id % 60 = c.id ORDER BY o.total DESC NULLS LAST, o.order_id LIMIT 2) t WHERE c.id < 8 ORDER BY 1, 2;
SELECT c.id, t.n, u.m FROM customers c LEFT JOIN LATERAL (SELECT count(*) AS n FROM items i WHERE i.product_id = c.id) t ON t.n > 0 LEFT JOIN LATERAL (SELECT max(price) AS m FROM items i WHERE i.quantity = t.n) u ON true WHERE c.id < 10 ORDER BY 1;
SELECT r.code, t.* FROM regions r, LATERAL (SELECT id, credit FROM customers WHERE region = r.code ORDER BY credit DESC, id FETCH FIRST 1 ROW WITH TIES) t ORDER BY 1, 2;
-- Outer and full joins off the key
SELECT c.id, i.item_id FROM customers c LEFT JOIN items i ON i.product_id = c.id AND i.quantity = 1 WHERE c.id < 20 ORDER BY 1, 2;
SELECT count(*), count(o.order_id), count(i.item_id) FROM orders o FULL JOIN items i ON o.order_id = i.order_id;
SELECT count(*), count(c.id), count(i.item_id) FROM customers c FULL JOIN items i ON c.id = i.product_id AND c.credit > i.price;
SELECT r.code, count(c.id) FROM regions r LEFT JOIN customers c ON c.region = r.code GROUP BY 1 ORDER BY 1;
SELECT r.code, c.id FROM customers c RIGHT JOIN regions r ON r.code = c.region AND c.id < 10 ORDER BY 1, 2;
SELECT count(*) FROM (customers c LEFT JOIN orders o ON o.customer_id = c.id) FULL JOIN items i ON i.order_id = o.order_id WHERE i.item_id IS NULL OR c.id IS NULL;
SELECT count(*) FROM customers c FULL JOIN orders o ON c.credit < o.total;
SELECT count(*) FROM customers c FULL JOIN orders o ON false;
-- Grouping sets
SELECT region, status, count(*), sum(total), grouping(region, status) FROM customers JOIN orders ON customer_id = id GROUP BY CUBE (region, status) ORDER BY 5, 1, 2;
SELECT product_id % 3 AS p, quantity, avg(price) FROM items GROUP BY ROLLUP (1, 2) ORDER BY 1, 2;
SELECT quantity, product_id, count(DISTINCT order_id), string_agg(note, ',' ORDER BY note, item_id) FROM items WHERE item_id < 40 GROUP BY GROUPING SETS ((quantity), (product_id), ()) ORDER BY 1, 2;
-- Recursion over shards
WITH RECURSIVE chain AS (SELECT item_id, order_id, 1 AS depth FROM items WHERE item_id = 3 UNION ALL SELECT i.item_id, i.order_id, depth + 1 FROM items i JOIN chain ON i.item_id = chain.order_id * 2 % 397 WHERE depth < 6) SELECT * FROM chain ORDER BY depth;
WITH RECURSIVE reach(id) AS (SELECT 1 UNION SELECT o.order_id % 60 FROM orders o, reach WHERE o.customer_id = reach.id AND o.order_id % 60 > 0) SELECT count(*), min(id), max(id) FROM reach;
WITH RECURSIVE t(n) AS (SELECT min(id) FROM customers UNION ALL SELECT (SELECT min(id) FROM customers WHERE id > n) FROM t WHERE n IS NOT NULL AND n < 9) SELECT * FROM t ORDER BY 1;
-- CTEs, written in the same statement too
WITH big AS MATERIALIZED (SELECT * FROM orders WHERE total > 60), few AS (SELECT customer_id, count(*) AS n FROM big GROUP BY 1) SELECT b.order_id, f.n FROM big b JOIN few f USING (customer_id) ORDER BY 1 LIMIT 7;
WITH moved AS (DELETE FROM items WHERE item_id % 50 = 0 RETURNING item_id, price) SELECT count(*), sum(price) FROM moved;
-- Distinct aggregates and windows off the key
SELECT count(DISTINCT product_id), count(DISTINCT (product_id, quantity)), sum(DISTINCT price) FROM items;
SELECT quantity, count(DISTINCT product_id) FILTER (WHERE price > 10) FROM items GROUP BY 1 ORDER BY 1;
SELECT item_id, sum(price) OVER (PARTITION BY product_id ORDER BY item_id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW EXCLUDE TIES), rank() OVER (ORDER BY quantity) FROM items ORDER BY 1 LIMIT 12;
SELECT DISTINCT ON (product_id) product_id, item_id FROM items ORDER BY product_id, price DESC, item_id LIMIT 6;
-- Set operations over different keys
SELECT id FROM customers INTERSECT SELECT order_id FROM items EXCEPT SELECT product_id FROM items ORDER BY 1 LIMIT 9;
(SELECT customer_id FROM orders EXCEPT ALL SELECT id FROM customers) UNION ALL (SELECT 0) ORDER BY 1 LIMIT 9;
SELECT 1 / (id - id) FROM customers WHERE id < 0 EXCEPT SELECT 1 / (quantity - quantity) FROM items;
-- What is never evaluated raises nothing
SELECT CASE WHEN false THEN 1 / (SELECT count(*) - 400 FROM items WHERE item_id > 0) END FROM customers WHERE id = 1 AND (true OR 1 / (id - id) = 1);
SELECT count(*) FROM items a JOIN items b ON a.item_id = b.order_id WHERE (NULL::int - a.note::int) IS NULL;
