-- Tells this database from any other, so that no replica goes on from a snapshot of another one.

create table database (
  only_row boolean primary key default true check (only_row),
  id       uuid    not null default gen_random_uuid()
);

insert into database default values;
