alter table workspace add column recommendations_per_second integer not null default 2000;
