-- What shops tell of their products. What only events show of one is in table product.

create table catalog_product (
  workspace    text        not null,
  product_id   text        not null,
  name         text        not null,
  description  text        not null,
  -- Paths from the general to the special, levels joined by " > ".
  categories   text[]      not null,
  brand        text        not null,
  seller       text        not null,
  price_micros bigint,
  cost_micros  bigint,
  currency     text        not null,
  -- Null when not tracked.
  stock        bigint,
  tags         text[]      not null,
  image_url    text        not null,
  url          text        not null,
  created_at   timestamptz not null,
  -- A JSON object, as it was told.
  custom       text        not null,
  deleted      boolean     not null,
  -- 1, 2, 3 …
  version      bigint      not null,
  changed_at   timestamptz not null,
  -- The unit of consumer "catalog" that changed it last.
  shard        int         not null,
  sequence     bigint      not null,
  primary key (workspace, product_id)
) with (fillfactor = 80);

create index catalog_product_change on catalog_product (shard, sequence);
