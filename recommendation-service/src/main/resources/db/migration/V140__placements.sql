-- One more with every change of any placement; replicas read all of them again when it changes.
create table placement_generation (
  id integer primary key check (id = 1),
  generation bigint not null
);
insert into placement_generation values (1, 0);

create table placement (
  workspace text not null,
  key text not null,
  name text not null,
  version integer not null,
  -- The contract's message of rules and variants, in protobuf's JSON.
  definition text not null,
  changed_at timestamptz not null,
  -- Kept so that versions are never used twice.
  deleted_at timestamptz,
  primary key (workspace, key)
);
