create table journey (
  workspace text not null,
  key text not null,
  name text not null,
  draft text not null,
  state text not null check (state in ('draft', 'published', 'paused')),
  version integer not null,
  changed_at timestamptz not null,
  primary key (workspace, key)
);

-- Published versions; a row never changes.
create table journey_version (
  workspace text not null,
  journey text not null,
  version integer not null,
  definition text not null,
  published_at timestamptz not null,
  primary key (workspace, journey, version)
);

-- How far each shard is with taking in the members of the segment that a journey starts from.
create table enrolment (
  workspace text not null,
  journey text not null,
  version integer not null,
  segment text not null,
  shard integer not null,
  after_profile_id text not null,
  done boolean not null,
  primary key (workspace, journey, shard)
);

create index enrolment_open on enrolment (shard) where not done;

create table run (
  workspace text not null,
  run_id uuid not null,
  profile_id uuid not null,
  shard integer not null,
  journey text not null,
  version integer not null,
  key text not null,
  entry integer not null,
  started_at timestamptz not null,
  since timestamptz not null,
  start_revision bigint not null,
  state text not null check (state in ('active', 'completed', 'exited')),
  -- Handed over by another shard, whose profile was merged into this one, and not looked at yet.
  arriving boolean not null default false,
  node text not null,
  due_at timestamptz,
  ended_at timestamptz,
  steps integer not null,
  messages integer not null,
  primary key (workspace, run_id),
  check ((state = 'active') = (due_at is not null)),
  check ((state = 'active') = (ended_at is null))
);

create unique index run_active on run (workspace, profile_id, journey, key) where state = 'active' and not arriving;
create index run_of_profile on run (workspace, profile_id, journey, entry);
create index run_due on run (shard, due_at) where state = 'active' and not arriving;
create index run_arriving on run (shard) where arriving;
create index run_of_journey on run (workspace, journey);

create table decision (
  workspace text not null,
  run_id uuid not null,
  number bigint generated always as identity,
  decided_at timestamptz not null,
  node text not null,
  reason text not null,
  primary key (workspace, run_id, number)
);

-- Transitions that are ahead of their profile's activity.
create table waiting_transition (
  workspace text not null,
  profile_id uuid not null,
  number integer not null,
  segment text not null,
  movement text not null,
  cause text not null,
  effective_at timestamptz not null,
  revision bigint not null,
  journey text,
  primary key (workspace, profile_id, number)
);

create index waiting_transition_of_journey on waiting_transition (workspace, journey) where journey is not null;

-- The last time that a profile did what is an exit of a published journey.
create table sighting (
  workspace text not null,
  profile_id uuid not null,
  kind text not null check (kind in ('event', 'entered', 'left')),
  name text not null,
  revision bigint not null,
  seen_at timestamptz not null,
  primary key (workspace, profile_id, kind, name)
);

-- Profiles that were merged into another, or erased when that is null: no run starts for them again.
create table closed_profile (
  workspace text not null,
  profile_id uuid not null,
  canonical uuid,
  primary key (workspace, profile_id)
);
