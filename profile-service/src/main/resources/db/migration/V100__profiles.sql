create table profile (
  workspace        text        not null,
  profile_id       uuid        not null,
  -- Of the profile's id: which partition its activity goes to, and which backfill reads it.
  shard            smallint    not null,
  -- Of the last activity; dense.
  revision         bigint      not null default 0,
  created_at       timestamptz not null,
  first_seen_at    timestamptz,
  last_seen_at     timestamptz,
  -- JSON: values by name, and microseconds since 1970 by name, also of traits that were taken away.
  traits           text        not null default '{}',
  trait_times      text        not null default '{}',
  -- Whether the person has a user_id.
  known            boolean     not null,
  orders           bigint      not null default 0,
  net_value_micros bigint      not null default 0,
  -- Always the canonical profile, never one that retired itself.
  merged_into      uuid,
  primary key (workspace, profile_id)
) with (fillfactor = 80);

create index profile_by_shard on profile (workspace, shard, profile_id) where merged_into is null;
create index profile_retired on profile (workspace, merged_into) where merged_into is not null;

create table identifier (
  workspace  text    not null,
  type       text    not null,
  value      text    not null,
  profile_id uuid    not null,
  -- Whether the profile's activity has told of it: identity is settled before the unit that tells.
  told       boolean not null default false,
  primary key (workspace, type, value)
);

create index identifier_by_profile on identifier (workspace, profile_id);

-- What the identity rules refused, told once a profile.
create table dropped_identifier (
  workspace  text        not null,
  profile_id uuid        not null,
  type       text        not null,
  value      text        not null,
  dropped_at timestamptz not null,
  primary key (workspace, profile_id, type, value)
);

-- Retired profiles whose traits, consents and history are still to be moved.
create table pending_merge (
  workspace text     not null,
  loser     uuid     not null,
  shard     smallint not null,
  -- Whether all but the history has been moved.
  told      boolean  not null default false,
  primary key (workspace, loser)
);

create table consent (
  workspace  text        not null,
  profile_id uuid        not null,
  channel    text        not null,
  topic      text        not null,
  subscribed boolean     not null,
  source     text        not null,
  since      timestamptz not null,
  primary key (workspace, profile_id, channel, topic)
);

create table consent_history (
  workspace  text        not null,
  profile_id uuid        not null,
  revision   bigint      not null,
  channel    text        not null,
  topic      text        not null,
  subscribed boolean     not null,
  source     text        not null,
  since      timestamptz not null,
  primary key (workspace, profile_id, revision)
);

-- Ids of events that counted; a UUID derived from the client's messageId, which may be long.
create table seen_message (
  workspace   text        not null,
  message     uuid        not null,
  received_at timestamptz not null,
  primary key (workspace, message)
);

create index seen_message_by_receipt on seen_message using brin (received_at) with (pages_per_range = 32);
