-- == A transaction over several shards, rolled back
BEGIN;
UPDATE wallets SET credits = credits + 100 WHERE listener_id BETWEEN 1 AND 20;
DELETE FROM wallets WHERE listener_id = 21;
SELECT count(*), sum(credits) FROM wallets;
ROLLBACK;
SELECT count(*), sum(credits) FROM wallets;

-- == The same, committed: two-phase over the shards that were written
BEGIN;
UPDATE wallets SET credits = credits + 100 WHERE listener_id BETWEEN 1 AND 20;
INSERT INTO creators VALUES (241, 'The New Ones', 3, 'CH', '2026-01-01', NULL), (242, 'The Others', 8, 'SE', '2026-02-02', 4.25);
COMMIT;
SELECT sum(credits) FROM wallets;
SELECT name, founded FROM creators WHERE id > 240 ORDER BY id;

-- == Errors are PostgreSQL's own
INSERT INTO creators VALUES (42, 'Again', 1, 'US', '2020-01-01', 5);
SELECT nmae FROM creators;
