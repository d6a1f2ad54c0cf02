-- Triggers that touch other tables, and those of statements and views.
CREATE TABLE stock (item int PRIMARY KEY, n int);
CREATE TABLE moves (id int PRIMARY KEY, item int, n int);
CREATE TABLE log (entry text);
INSERT INTO stock SELECT g, g * 10 FROM generate_series(1, 6) g;
CREATE FUNCTION move_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock SET n = n + NEW.n WHERE item = NEW.item;
  IF NOT FOUND THEN RAISE EXCEPTION 'no item %', NEW.item; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER move_stock BEFORE INSERT ON moves FOR EACH ROW EXECUTE FUNCTION move_stock();
INSERT INTO moves VALUES (1, 3, 5), (2, 4, -7), (3, 3, 1);
INSERT INTO moves VALUES (4, 99, 1);
SELECT * FROM stock ORDER BY item;
SELECT * FROM moves ORDER BY id;
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO log VALUES (TG_WHEN || ' ' || TG_OP || ' ' || TG_TABLE_NAME);
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON stock FOR EACH STATEMENT EXECUTE FUNCTION note();
UPDATE stock SET n = n + 1;
DELETE FROM stock WHERE item > 1000;
INSERT INTO stock SELECT g, 0 FROM generate_series(11, 14) g;
SELECT entry, count(*) FROM log GROUP BY 1 ORDER BY 1;
-- A trigger that makes nothing of an update.
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER keep BEFORE UPDATE OF item ON stock FOR EACH ROW WHEN (OLD.item > 3) EXECUTE FUNCTION keep();
UPDATE stock SET item = item + 100;
SELECT * FROM stock ORDER BY item;
-- A trigger that chooses another key, and triggers that see a row change its key.
CREATE TABLE even (id int PRIMARY KEY, t text);
CREATE FUNCTION make_even() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id % 2 = 1 THEN NEW.id = NEW.id + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER make_even BEFORE INSERT ON even FOR EACH ROW EXECUTE FUNCTION make_even();
INSERT INTO even SELECT g, 'e' || g FROM generate_series(1, 9, 2) g;
INSERT INTO even VALUES (3, 'again') ON CONFLICT (id) DO UPDATE SET t = even.t || ' again';
SELECT * FROM even ORDER BY id;
CREATE TABLE watched (id int PRIMARY KEY, seen text);
INSERT INTO watched SELECT g, '' FROM generate_series(1, 6) g;
CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.seen := NEW.seen || TG_OP || ' ' || OLD.id || ';';
  RETURN NEW;
END $$;
CREATE TRIGGER watch BEFORE UPDATE ON watched FOR EACH ROW EXECUTE FUNCTION watch();
UPDATE watched SET seen = 'x' WHERE id < 3;
UPDATE watched SET id = id + 100 WHERE id > 1;
SELECT * FROM watched ORDER BY id;
DROP TABLE even, watched;
DROP FUNCTION make_even, watch;
-- Views with INSTEAD OF triggers.
CREATE TABLE author (id int PRIMARY KEY, name text UNIQUE);
CREATE TABLE book (id int PRIMARY KEY, author int, title text);
INSERT INTO author VALUES (1, 'Ann'), (2, 'Bob');
INSERT INTO book VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 1, 'c');
CREATE VIEW books AS SELECT b.id, b.title, a.name FROM book b JOIN author a ON a.id = b.author;
CREATE FUNCTION write_books() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a int;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM book WHERE id = OLD.id;
    RETURN OLD;
  END IF;
  SELECT id INTO a FROM author WHERE name = NEW.name;
  IF a IS NULL THEN RAISE EXCEPTION 'no author %', NEW.name; END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO book VALUES (NEW.id, a, NEW.title);
  ELSE
    UPDATE book SET author = a, title = NEW.title WHERE id = OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER write_books INSTEAD OF INSERT OR UPDATE OR DELETE ON books FOR EACH ROW EXECUTE FUNCTION write_books();
INSERT INTO books VALUES (4, 'd', 'Bob') RETURNING *;
INSERT INTO books VALUES (5, 'e', 'Eve');
UPDATE books SET title = upper(title), name = 'Bob' WHERE id < 3 RETURNING *;
DELETE FROM books WHERE title = 'B' RETURNING id;
SELECT * FROM books ORDER BY id;
SELECT * FROM book ORDER BY id;
-- Functions of polymorphic types whose OUT parameters are of others, and sets of nothing.
CREATE FUNCTION twice(i anyelement, OUT j anyelement, OUT k anyarray) LANGUAGE plpgsql AS $$ BEGIN j := i; k := ARRAY[i, i]; END $$;
SELECT * FROM twice(42);
SELECT * FROM twice('x'::text);
SELECT (twice(1.5)).*;
CREATE FUNCTION nothings(a int) RETURNS SETOF void LANGUAGE sql AS 'SELECT generate_series(1, a)';
SELECT * FROM nothings(3);
SELECT * FROM (SELECT (pg_timezone_names()).name) z WHERE name = 'UTC';
DROP FUNCTION nothings, twice;
DROP VIEW books;
DROP TABLE stock, moves, log, author, book;
DROP FUNCTION move_stock, note, keep, write_books;
