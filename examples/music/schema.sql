-- Creators and listeners are spread by their own keys; a listener's listens and wallet live beside the listener;
-- genres stand in full on every shard.
CREATE TABLE genres (
    id   integer PRIMARY KEY,
    name text NOT NULL
) WITH (pgherd.shard_by = 'reference');

CREATE TABLE creators (
    id       integer PRIMARY KEY,
    name     text NOT NULL,
    genre_id integer NOT NULL,
    country  char(2) NOT NULL,
    founded  date NOT NULL,
    rating   numeric(3,2)
) WITH (pgherd.shard_by = 'hash(id)');

CREATE TABLE listeners (
    id       integer PRIMARY KEY,
    name     varchar(40) NOT NULL,
    country  char(2) NOT NULL,
    joined   timestamptz NOT NULL,
    premium  boolean NOT NULL,
    born     smallint
) WITH (pgherd.shard_by = 'hash(id)');

CREATE TABLE listens (
    listener_id integer NOT NULL,
    id          bigint NOT NULL,
    creator_id  integer NOT NULL,
    at          timestamptz NOT NULL,
    seconds     integer NOT NULL,
    device      text NOT NULL,
    PRIMARY KEY (listener_id, id)
) WITH (pgherd.shard_by = 'hash(listener_id)', pgherd.colocate_with = 'listeners');

CREATE TABLE wallets (
    listener_id integer PRIMARY KEY,
    credits     numeric(10,2) NOT NULL CHECK (credits >= 0)
) WITH (pgherd.shard_by = 'hash(listener_id)', pgherd.colocate_with = 'listeners');
