-- What events show of products, besides their names: for those that no catalog tells of.

alter table product
  add column category      text   not null default '',
  add column brand         text   not null default '',
  -- 0 when no event said it.
  add column price_micros  bigint not null default 0,
  add column currency      text   not null default '',
  add column image_url     text   not null default '',
  add column url           text   not null default '',
  add column first_seen_at timestamptz;

update product set first_seen_at = named_at;
alter table product alter column first_seen_at set not null;
alter table product rename column named_at to seen_at;
