-- What became of what was shown.

-- Of each product that a person clicked where it was recommended, the last click.
create table recommendation_click (
  workspace  text        not null,
  profile_id uuid        not null,
  product_id text        not null,
  item_id    uuid        not null,
  placement  text        not null,
  variant    text        not null,
  strategy   text        not null,
  clicked_at timestamptz not null,
  bought     boolean     not null,
  primary key (workspace, profile_id, product_id)
);

-- Counts by day and what served it. They hold no person, so they stay when one is erased.
create table recommendation_count (
  workspace    text   not null,
  day          date   not null,
  placement    text   not null,
  variant      text   not null,
  strategy     text   not null,
  product_id   text   not null,
  exposures    bigint not null,
  clicks       bigint not null,
  purchases    bigint not null,
  value_micros bigint not null,
  primary key (workspace, day, placement, variant, strategy, product_id)
) with (fillfactor = 70);
