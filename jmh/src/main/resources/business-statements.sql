SELECT id, owner, balance FROM accounts WHERE id = $1
SELECT title FROM books WHERE isbn BETWEEN $1 AND $2 ORDER BY title LIMIT 25
INSERT INTO payments (account_id, kind, amount, at) VALUES ($1, $2, $3, now()) RETURNING payment_id
UPDATE carts SET items = items + $1, touched_at = now() WHERE cart_id = $2
DELETE FROM tokens WHERE valid_until < now() - interval '7 days'
SELECT t.id, t.state, u.login, q.label FROM tickets t JOIN users u ON u.id = t.owner_id JOIN queues q ON q.id = t.queue_id WHERE t.state = 'new' AND t.opened_at >= $1 ORDER BY t.opened_at LIMIT 100
WITH latest AS (SELECT device_id, max(measured_at) AS at FROM readings GROUP BY device_id) SELECT d.id, d.place, l.at FROM devices d LEFT JOIN latest l ON l.device_id = d.id WHERE l.at IS NULL OR l.at < $1
INSERT INTO hits (page, n) VALUES ($1, 1) ON CONFLICT (page) DO UPDATE SET n = hits.n + EXCLUDED.n RETURNING n
SELECT id, team, score, dense_rank() OVER (PARTITION BY team ORDER BY score DESC) AS place FROM players WHERE playing
SELECT count(*) FROM shelves s, boxes b WHERE b.hall = $1 AND b.row_no = $2 AND s.box_id = b.id AND s.free < $3
SELECT kind, count(*), sum(amount), avg(amount)::numeric(12,2) FROM payments WHERE at >= date '2025-06-01' GROUP BY kind HAVING count(*) > 3 ORDER BY 3 DESC
SELECT * FROM logins WHERE name = lower('Anna@Example.org') AND closed_at IS NULL FOR UPDATE
UPDATE seats SET free = CASE WHEN free >= $1 THEN free - $1 ELSE 0 END WHERE flight = $2 AND class = $3 RETURNING free
SELECT p.id FROM pupils p WHERE EXISTS (SELECT 1 FROM marks m WHERE m.pupil_id = p.id AND m.mark < 2) AND p.grade IN ('5a', '5b', '6a')
INSERT INTO points (x, y, label) VALUES (1, 2, 'a'), (3, 4, 'b'), (5, 6, 'c'), (7, 8, 'd')
SELECT id, body->>'subject' AS subject FROM mails WHERE body @> '{"read": false}' AND labels && ARRAY['work', 'home'] LIMIT 30
SELECT coalesce(l.v, r.v, -1) AS v, nullif(l.note, '-') FROM left_side l FULL JOIN right_side r USING (k) WHERE l.note LIKE 'x%' OR r.n NOT IN (4, 5, 6)
SELECT extract(month FROM sold_at) AS m, sum(price) FILTER (WHERE taxed) FROM sales WHERE shop_id = ANY($1) GROUP BY 1 ORDER BY 1
SELECT a.id, (SELECT count(*) FROM answers n WHERE n.question_id = a.id) AS answers FROM questions a WHERE a.asker = $1 AND a.asked_at IS NOT NULL ORDER BY a.asked_at DESC NULLS LAST LIMIT 15 OFFSET 30
SELECT id FROM drafts WHERE author = 1 UNION ALL SELECT id FROM posts WHERE author = 2 ORDER BY id LIMIT 10
