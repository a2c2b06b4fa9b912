-- What profiles bought and gave back; pairs are counted from it in memory.
--
-- (shard, sequence) numbers a change: per shard in commit order and without a gap, so that every
-- replica follows the changes of all shards with "sequence > the last one seen".

create table purchase (
  workspace    text        not null,
  profile_id   uuid        not null,
  -- The id of the order; of the message when the order has none.
  order_key    text        not null,
  basket_id    bigint      not null generated always as identity,
  occurred_at  timestamptz not null,
  value_micros bigint      not null,
  -- Parallel arrays, one entry a product: what was bought, and what is left of it after refunds.
  product_ids  text[]      not null,
  quantities   bigint[]    not null,
  kept         bigint[]    not null,
  shard        int         not null,
  sequence     bigint      not null,
  primary key (workspace, profile_id, order_key)
);

create index purchase_change on purchase (shard, sequence);

create table refund (
  workspace    text        not null,
  profile_id   uuid        not null,
  message_id   text        not null,
  -- The order it says it is for, which may be unknown.
  order_key    text,
  occurred_at  timestamptz not null,
  value_micros bigint,
  product_ids  text[]      not null,
  quantities   bigint[]    not null,
  primary key (workspace, profile_id, message_id)
);

-- Profiles whose purchases are gone: erased, or merged into another. Says so to the replicas.
create table departed_profile (
  workspace  text   not null,
  profile_id uuid   not null,
  shard      int    not null,
  sequence   bigint not null,
  primary key (workspace, profile_id)
);

create index departed_profile_change on departed_profile (shard, sequence);

create table product (
  workspace  text        not null,
  product_id text        not null,
  name       text        not null,
  named_at   timestamptz not null,
  shard      int         not null,
  sequence   bigint      not null,
  primary key (workspace, product_id)
) with (fillfactor = 70);

create index product_change on product (shard, sequence);
