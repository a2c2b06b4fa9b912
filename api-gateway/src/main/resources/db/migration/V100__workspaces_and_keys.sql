create table workspace (
  key               text primary key,
  name              text not null,
  event_bytes       integer not null,
  batch_bytes       integer not null,
  batch_events      integer not null,
  events_per_second integer not null,
  created_at        timestamptz not null
);

create table api_key (
  workspace  text not null references workspace,
  id         uuid not null,
  name       text not null,
  kind       text not null check (kind in ('write', 'secret')),
  -- Separated by blanks.
  scopes     text not null,
  prefix     text not null,
  -- SHA-256 in hexadecimal digits.
  hash       text not null unique,
  created_at timestamptz not null,
  primary key (workspace, id)
);
