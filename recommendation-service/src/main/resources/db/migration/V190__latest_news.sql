-- The last news of each product, told or not: what those who are interested in it may see.
create table latest_news (
  workspace             text        not null,
  product_id            text        not null,
  -- PRICE_DROPPED, BACK_IN_STOCK
  kind                  text        not null,
  previous_price_micros bigint,
  currency              text        not null,
  happened_at           timestamptz not null,
  primary key (workspace, product_id, kind)
) with (fillfactor = 80);
