-- What else a template may say of the products that it shows.
alter table template
  add column fallbacks text[] not null default '{}',
  add column placement text   not null default '',
  -- The contract's rules in JSON; empty for none.
  add column rules     text   not null default '',
  add column at_least  int    not null default 0;
