-- When the shop told of a product last, so that what is told once more by hand does not undo it.
alter table catalog_product add column told_at timestamptz not null default 'epoch';
alter table catalog_product alter column told_at drop default;
