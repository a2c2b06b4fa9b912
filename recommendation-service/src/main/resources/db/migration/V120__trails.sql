-- What profiles looked at, put in carts and searched for last; sessions are cut from it in memory.

create table trail (
  workspace  text     not null,
  profile_id uuid     not null,
  -- Parallel, one entry an interaction, the oldest first: when, in microseconds since 1970; what,
  -- one letter each; and the product, or of a search the query.
  micros     bigint[] not null,
  kinds      text     not null,
  subjects   text[]   not null,
  shard      int      not null,
  sequence   bigint   not null,
  primary key (workspace, profile_id)
) with (fillfactor = 70);

create index trail_change on trail (shard, sequence);
