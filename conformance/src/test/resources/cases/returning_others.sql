-- RETURNING that reads more than the written row; identity columns; tables of copies written by rows of shards.
CREATE TABLE numbered (k int, id int GENERATED ALWAYS AS IDENTITY, v text);
--@herd SELECT create_distributed_table('numbered', 'k');
INSERT INTO numbered (k, v) SELECT customer_id, status FROM orders WHERE order_id < 30;
SELECT count(*), min(id), max(id), count(DISTINCT id) FROM numbered;
INSERT INTO numbered (k, v) VALUES (1, 'x'), (2, 'y') RETURNING id, k;
INSERT INTO numbered (k, v) VALUES (1, 'x'), (2, 'y') RETURNING id, k, (SELECT count(*) FROM orders);
INSERT INTO numbered (k, id, v) OVERRIDING USER VALUE VALUES (1, 33, 'x'), (2, 44, 'y') RETURNING id, k;
INSERT INTO numbered (k, v) SELECT order_id, 'a' FROM orders WHERE order_id < 4 ORDER BY order_id RETURNING k, v, (SELECT count(*) FROM orders o WHERE o.customer_id = k);
INSERT INTO settings SELECT 's' || order_id, 'a' FROM orders WHERE order_id < 4 ORDER BY order_id RETURNING name, (SELECT count(*) FROM orders o WHERE o.status > value);
INSERT INTO regions VALUES ('Q', 'Qu', 4) RETURNING code, (SELECT count(*) FROM orders o);
INSERT INTO orders SELECT 3, item_id + 5000, 'open', 1, null FROM items WHERE item_id < 3 ON CONFLICT (customer_id, order_id) DO UPDATE SET total = 9 RETURNING order_id, (SELECT count(*) FROM customers c WHERE c.id < 5);
UPDATE regions SET title = 'x' WHERE code = 'N' RETURNING (SELECT count(*) FROM orders);
UPDATE regions SET title = (SELECT max(status) FROM orders) WHERE code = 'N' RETURNING title;
UPDATE regions r SET title = 'a' FROM orders o WHERE o.order_id = 5 AND r.zone = 1 RETURNING code;
DELETE FROM regions r USING orders o WHERE o.order_id = 5 AND r.code = 'N';
UPDATE regions r SET title = o.status FROM orders o WHERE o.order_id = r.zone RETURNING code, title;
SELECT * FROM regions ORDER BY 1;
MERGE INTO regions r USING orders o ON o.order_id = r.zone + 2 WHEN MATCHED THEN UPDATE SET title = o.status;
