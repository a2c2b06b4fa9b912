-- What became of what was shown is worked out from clicks and orders, in whichever order they come.

-- Price times quantity, parallel to product_ids; orders from before this have none.
alter table purchase add column line_micros bigint[] not null default '{}';

-- Each item that a person clicked, and what was counted of it: a click, and a purchase if there is
-- one. What another telling, order or refund changes is the difference to this.
alter table recommendation_click drop constraint recommendation_click_pkey;
alter table recommendation_click add primary key (workspace, profile_id, product_id, item_id);
alter table recommendation_click add column value_micros bigint not null default 0;
alter table recommendation_click add column heard_at timestamptz not null default now();
alter table recommendation_click alter column heard_at drop default;
create index recommendation_click_heard on recommendation_click (heard_at);
