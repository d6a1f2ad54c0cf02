CREATE FUNCTION add_order(c int, o int, amount numeric) RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO orders VALUES (c, o, 'fn', amount, NULL); UPDATE customers SET credit = credit - amount WHERE id = c; RETURN o; END $$;
SELECT add_order(7, 9001, 2.5);
SELECT total FROM orders WHERE customer_id = 7 AND order_id = 9001;
CREATE FUNCTION transfer(a int, b int, amount numeric) RETURNS text LANGUAGE plpgsql AS $$
DECLARE left_over numeric;
BEGIN
  UPDATE customers SET credit = credit - amount WHERE id = a;
  UPDATE customers SET credit = credit + amount WHERE id = b;
  SELECT credit INTO left_over FROM customers WHERE id = a;
  IF left_over < 0 THEN
    RAISE EXCEPTION 'customer % has only %', a, left_over + amount USING ERRCODE = '22003';
  END IF;
  RETURN 'moved ' || amount;
END $$;
SELECT id, credit FROM customers WHERE id IN (10, 11) ORDER BY id;
SELECT transfer(10, 11, 1.5);
SELECT id, credit FROM customers WHERE id IN (10, 11) ORDER BY id;
SELECT transfer(10, 11, 100000);
SELECT id, credit FROM customers WHERE id IN (10, 11) ORDER BY id;
CREATE FUNCTION sum_to(n int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE s bigint := 0; i int;
BEGIN
  FOR i IN 1..n LOOP
    CONTINUE WHEN i % 2 = 0;
    s := s + i;
  END LOOP;
  WHILE s > 1000 LOOP
    s := s - 7;
    EXIT WHEN s < 1005;
  END LOOP;
  RETURN s;
END $$;
SELECT sum_to(10), sum_to(100), sum_to(0);
CREATE FUNCTION grade(n numeric) RETURNS text LANGUAGE plpgsql AS $$ BEGIN IF n > 70 THEN RETURN 'high'; ELSIF n > 30 THEN RETURN 'mid'; ELSE RETURN 'low'; END IF; END $$;
SELECT grade(credit), count(*) FROM customers GROUP BY 1 ORDER BY 1;
SELECT id FROM customers WHERE grade(credit) = 'high' ORDER BY id LIMIT 5;
CREATE FUNCTION tell(x int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'x is %', x; END $$;
SELECT tell(5);
CREATE FUNCTION customer_total(c int) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(total) FROM orders WHERE customer_id = $1';
SELECT customer_total(5);
SELECT id, customer_total(id) FROM customers WHERE id < 6 ORDER BY id;
CREATE FUNCTION all_total() RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(total) FROM orders';
SELECT all_total();
SELECT id FROM customers WHERE credit * 100 > all_total() ORDER BY id LIMIT 3;
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
SELECT twice(id) FROM customers WHERE id < 4 ORDER BY 1;
CREATE FUNCTION add_settings(prefix text, n int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE k int;
BEGIN
  FOR k IN 1..n LOOP INSERT INTO settings VALUES (prefix || k, k::text); END LOOP;
  RETURN (SELECT count(*) FROM settings WHERE name LIKE prefix || '%');
END $$;
SELECT add_settings('zz', 4);
SELECT * FROM settings WHERE name LIKE 'zz%' ORDER BY name;
CREATE FUNCTION loop_rows() RETURNS text LANGUAGE plpgsql AS $$
DECLARE r record; acc text := '';
BEGIN
  FOR r IN SELECT id, name FROM customers WHERE id < 5 ORDER BY id LOOP acc := acc || r.id || ':' || r.name || ','; END LOOP;
  RETURN acc;
END $$;
SELECT loop_rows();
CREATE FUNCTION safe_div(a int, b int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN a / b; EXCEPTION WHEN division_by_zero THEN RETURN -1; END $$;
SELECT safe_div(7, 2), safe_div(1, 0);
CREATE FUNCTION first_names(n int) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT name FROM customers ORDER BY id LIMIT n; RETURN NEXT 'end'; END $$;
SELECT * FROM first_names(2);
CREATE FUNCTION bad() RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO customers (id) VALUES (501); INSERT INTO customers (id) VALUES (1); RETURN 1; END $$;
SELECT bad();
SELECT count(*) FROM customers WHERE id = 501;
DO $$ BEGIN INSERT INTO customers (id, name) VALUES (601, 'do'); UPDATE customers SET name = 'done' WHERE id = 601; END $$;
SELECT name FROM customers WHERE id = 601;
CREATE PROCEDURE close_customer(c int) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM orders WHERE customer_id = c; DELETE FROM customers WHERE id = c; END $$;
CALL close_customer(601);
SELECT count(*) FROM customers WHERE id = 601;
SELECT sum_to('x');
SELECT nosuch(1);
DROP FUNCTION twice(int);
SELECT twice(1);
CREATE FUNCTION rename_zone(c int) RETURNS int LANGUAGE sql AS 'UPDATE regions SET zone = zone + 1; SELECT id FROM customers WHERE id = c';
SELECT rename_zone(3);
SELECT code, zone FROM regions ORDER BY code;
SELECT r.zone, count(*) FROM regions r JOIN customers c ON c.region = r.code GROUP BY 1 ORDER BY 1;
CREATE FUNCTION rekey(c int) RETURNS void LANGUAGE sql AS 'UPDATE customers SET id = id + 1000 WHERE id = c';
SELECT rekey(60);
SELECT id FROM customers WHERE id = 1060;
-- definitions by dynamic commands
DO $$ DECLARE n bigint; BEGIN EXECUTE 'CREATE TABLE made_by_do (id int, v text)'; GET DIAGNOSTICS n = ROW_COUNT; EXECUTE 'INSERT INTO made_by_do VALUES (1, ' || quote_literal(n) || ')'; EXECUTE 'CREATE INDEX ON made_by_do (v)'; END $$;
SELECT * FROM made_by_do;
-- A field of an argument by its name.
CREATE FUNCTION credit_of(c customers) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT c.credit';
CREATE FUNCTION credits_of(c customers) RETURNS TABLE (r numeric) LANGUAGE sql IMMUTABLE AS 'SELECT credit_of(c) OFFSET 0';
CREATE FUNCTION named_of(c customers) RETURNS text LANGUAGE sql AS 'SELECT named_of.c.name';
SELECT id, credit_of(customers) FROM customers WHERE id < 4 ORDER BY id;
SELECT id, x FROM customers, credits_of(customers) f(x) WHERE id < 4 ORDER BY id;
SELECT named_of(c) FROM customers c WHERE id = 2;
CREATE FUNCTION nothing_of(c customers) RETURNS text LANGUAGE sql AS 'SELECT c.nothing';
DROP FUNCTION credit_of(customers), credits_of(customers), named_of(customers);
