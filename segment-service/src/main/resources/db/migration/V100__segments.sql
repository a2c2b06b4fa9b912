-- One more with every change of any definition; its row lock puts the changes in order.
create table definition_generation (
  id integer primary key check (id = 1),
  generation bigint not null
);
insert into definition_generation values (1, 0);

create table segment (
  workspace text not null,
  key text not null,
  name text not null,
  version integer not null,
  -- The generation that brought the condition: what is known of a profile is complete for it from that one on.
  generation bigint not null,
  condition text not null,
  changed_at timestamptz not null,
  -- Set while its members leave, and kept so that versions are never used twice.
  deleted_at timestamptz,
  primary key (workspace, key)
);

-- What is known of each profile. A profile that was retired or erased leaves its key only.
create table profile_state (
  workspace text not null,
  profile_id uuid not null,
  shard integer not null,
  revision bigint not null,
  generation bigint not null,
  removed boolean not null,
  facts bytea not null,
  next_evaluation timestamptz,
  primary key (workspace, profile_id)
) with (fillfactor = 80);

create index profile_state_due on profile_state (shard, next_evaluation) where next_evaluation is not null;

create table membership (
  workspace text not null,
  profile_id uuid not null,
  segment text not null,
  shard integer not null,
  entered_at timestamptz not null,
  valid_until timestamptz,
  revision bigint not null,
  primary key (workspace, profile_id, segment)
);

create index membership_members on membership (workspace, segment, profile_id) include (shard);

-- How far each shard of a workspace has been completed from history.
create table backfill (
  workspace text not null,
  shard integer not null,
  -- All its profiles are complete up to this generation.
  done bigint not null,
  -- The generation that is being completed, and the last profile of it that is.
  target bigint not null,
  after_profile_id uuid,
  primary key (workspace, shard)
);
