-- Where buyers live, for what sells best in a country.

create table residence (
  workspace  text   not null,
  profile_id uuid   not null,
  -- As it was told; empty when it is not known any more.
  country    text   not null,
  shard      int    not null,
  sequence   bigint not null,
  primary key (workspace, profile_id)
);

create index residence_change on residence (shard, sequence);
