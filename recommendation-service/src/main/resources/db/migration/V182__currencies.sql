-- Values in different currencies are not added up. What was counted before this is in none.
alter table purchase add column currency text not null default '';
alter table recommendation_click add column currency text not null default '';
alter table recommendation_count add column currency text not null default '';
alter table recommendation_count drop constraint recommendation_count_pkey;
alter table recommendation_count add primary key
  (workspace, day, placement, variant, strategy, product_id, currency);
-- No sum is too great.
alter table recommendation_count alter column value_micros type numeric;
