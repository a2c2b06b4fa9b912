-- Records whose gap has closed go through their processor as units of their own, so they are kept whole.
alter table held_record
  -- Null once a person has given the revision up: the profile passes over it.
  alter column payload drop not null,
  add column record_offset bigint,
  add column key text,
  add column record_time timestamptz,
  add column origin text,
  add column traceparent text;

-- An offset no record has, but one for each.
update held_record h
set record_offset = -n.number, key = h.profile_id::text, record_time = date_trunc('milliseconds', h.held_at)
from (select workspace, profile_id, revision, row_number() over () as number from held_record) n
where h.workspace = n.workspace and h.profile_id = n.profile_id and h.revision = n.revision;

alter table held_record
  alter column record_offset set not null,
  alter column record_time set not null;

create index held_record_source on held_record (topic, partition, record_offset);
create index held_record_given_up on held_record (workspace, profile_id, revision) where payload is null;

-- Whether the next revision is there and waits to be taken up.
alter table revision_gate add column ready boolean not null default false;
create index revision_gate_ready on revision_gate (workspace, profile_id) where ready;

alter table dead_record
  add column discard_requested_at timestamptz,
  add column discarded_at timestamptz;
create index dead_record_key on dead_record (key);
drop index dead_record_to_replay;
create index dead_record_asked on dead_record (consumer, topic, partition)
  where replay_requested_at is not null or discard_requested_at is not null;
