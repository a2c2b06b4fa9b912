-- When a product was last taken out of a cart, after which it is no longer one that is carted.
alter table interest add column removed_at timestamptz;
