-- Who looked at a product, put it into a cart or asked to be told of it; one row each, with the
-- last time of everything, so that the order in which it is heard of does not matter.

create table interest (
  workspace      text        not null,
  product_id     text        not null,
  profile_id     uuid        not null,
  viewed_at      timestamptz,
  carted_at      timestamptz,
  bought_at      timestamptz,
  asked_price_at timestamptz,
  asked_stock_at timestamptz,
  told_price_at  timestamptz,
  told_stock_at  timestamptz,
  -- After this nobody wants to know any more.
  keep_until     timestamptz not null,
  primary key (workspace, product_id, profile_id)
) with (fillfactor = 80);

create index interest_profile on interest (workspace, profile_id);
create index interest_keep_until on interest (keep_until);

-- News of products that not all who are interested have been told yet.
create table product_news (
  workspace             text        not null,
  product_id            text        not null,
  version               bigint      not null,
  -- PRICE_DROPPED, BACK_IN_STOCK
  kind                  text        not null,
  shard                 int         not null,
  name                  text        not null,
  price_micros          bigint,
  previous_price_micros bigint,
  currency              text        not null,
  url                   text        not null,
  image_url             text        not null,
  happened_at           timestamptz not null,
  -- Profiles up to this one have been told.
  told_up_to            uuid        not null default '00000000-0000-0000-0000-000000000000',
  primary key (workspace, product_id, version, kind)
);

create index product_news_shard on product_news (shard, happened_at);
