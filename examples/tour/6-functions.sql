-- == A function that reads one key's rows only is pushed whole
SELECT minutes_heard(7);

-- == A PL/pgSQL function that writes on two shards, atomically
SELECT give_credits(1, 2, 25.50);
SELECT listener_id, credits FROM wallets WHERE listener_id IN (1, 2) ORDER BY listener_id;

-- == The same function when it fails: nothing stays
SELECT give_credits(3, 4, 1000000);
SELECT give_credits(3, 4, -1);
SELECT listener_id, credits FROM wallets WHERE listener_id IN (3, 4) ORDER BY listener_id;
