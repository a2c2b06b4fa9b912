create table template (
  workspace  text not null,
  key        text not null,
  version    int not null,
  channel    text not null,
  subject    text not null,
  body       text not null,
  strategy   text,
  shown      int not null,
  changed_at timestamptz not null,
  primary key (workspace, key, version)
);

create table account (
  workspace       text not null,
  channel         text not null,
  version         int not null,
  provider        text not null,
  sender          text not null,
  host            text not null,
  port            int not null,
  security        text not null,
  username        text not null,
  sealed_password bytea not null,
  primary key (workspace, channel)
);

-- What is known of a person: traits, identifiers and consent in one document, read and written whole.
create table contact (
  workspace  text not null,
  profile_id uuid not null,
  revision   bigint not null,
  state      text not null default 'ACTIVE',
  document   text not null default '{"traits":{},"identifiers":[],"consents":[]}',
  primary key (workspace, profile_id)
) with (fillfactor = 80);

create table message (
  workspace       text not null,
  message_id      uuid not null,
  shard           int not null,
  profile_id      uuid not null,
  revision        bigint not null,
  channel         text not null,
  template        text not null,
  topic           text not null,
  requested_at    timestamptz not null,
  expires_at      timestamptz not null,
  journey         text not null,
  journey_version int not null,
  run_id          text not null,
  node            text not null,
  variables       text not null,
  hops            int not null,
  status          text not null default 'QUEUED',
  reason          text not null default '',
  attempts        int not null default 0,
  due_at          timestamptz not null default now(),
  claimed_by      uuid,
  claimed_at      timestamptz,
  sent_at         timestamptz,
  -- An event about it is still to be published.
  announce        boolean not null default false,
  primary key (workspace, message_id)
) with (fillfactor = 80);

create index message_due on message (due_at) where status = 'QUEUED';
create index message_claimed on message (claimed_at) where status = 'SENDING';
create index message_announce on message (shard) where announce;
create index message_of_profile on message (workspace, profile_id, requested_at desc);
create index message_of_journey on message (workspace, journey, status);
