-- What exactly-once keeps in the database of each service; see docs/exactly-once.md.

-- One row: what was settled when the database was set up.
create table installation (
  only_row boolean primary key default true check (only_row),
  shards integer not null,
  -- Names this history of the database; another one once the database was restored.
  incarnation uuid not null default gen_random_uuid(),
  fingerprint text not null
);

-- One row a partition: where its owner stands, and what the last unit publishes (the outbox has one slot).
create table consumer_position (
  consumer text not null,
  topic text not null,
  partition integer not null,
  epoch bigint not null,
  next_offset bigint not null,
  outbox_seq bigint not null,
  outbox bytea,
  primary key (consumer, topic, partition)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
-- The slot is compressed already.
alter table consumer_position alter column outbox set storage external;

-- Streams with revisions: the last one that was admitted, and how many later ones wait for a gap to close.
create table revision_gate (
  workspace text not null,
  profile_id uuid not null,
  last_revision bigint not null,
  held integer not null,
  primary key (workspace, profile_id)
) with (fillfactor = 80);

create table held_record (
  workspace text not null,
  profile_id uuid not null,
  revision bigint not null,
  topic text not null,
  partition integer not null,
  payload bytea not null,
  held_at timestamptz not null default now(),
  primary key (workspace, profile_id, revision)
);

-- Other streams: the last origin that was admitted, per partition and source.
create table origin_gate (
  topic text not null,
  partition integer not null,
  source text not null,
  sequence bigint not null,
  index integer not null,
  primary key (topic, partition, source)
);

create table dead_record (
  id uuid primary key,
  consumer text not null,
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  key text,
  value bytea,
  header_names text[] not null,
  header_values bytea[] not null,
  record_time timestamptz not null,
  reason text not null,
  failed_at timestamptz not null,
  replay_requested_at timestamptz,
  replayed_at timestamptz
);
create index dead_record_newest on dead_record (failed_at desc, id desc);
create index dead_record_to_replay on dead_record (consumer, topic, partition) where replay_requested_at is not null;
