-- What products cost before their price began to fall by less than is news, so that many small steps
-- are news in the end.
create table falling_price (
  workspace   text   not null,
  product_id  text   not null,
  from_micros bigint not null,
  currency    text   not null,
  primary key (workspace, product_id)
);
