-- Reads one listener's rows only: the whole call goes to that listener's shard.
CREATE FUNCTION minutes_heard(who integer) RETURNS numeric
LANGUAGE sql STABLE
AS $$ SELECT round(sum(seconds) / 60.0, 1) FROM listens WHERE listener_id = who $$;

-- Writes two listeners' wallets, which may be on two shards: both or none.
CREATE FUNCTION give_credits(giver integer, taker integer, amount numeric) RETURNS numeric
LANGUAGE plpgsql
AS $$
DECLARE
    remaining numeric;
BEGIN
    IF amount <= 0 THEN
        RAISE EXCEPTION 'cannot give % credits', amount USING ERRCODE = 'check_violation';
    END IF;
    UPDATE wallets SET credits = credits - amount WHERE listener_id = giver RETURNING credits INTO remaining;
    UPDATE wallets SET credits = credits + amount WHERE listener_id = taker;
    RETURN remaining;
END
$$;
