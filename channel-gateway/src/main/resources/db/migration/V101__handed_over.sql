-- Set before a message is handed to its provider: a claim without it was certainly not sent.
alter table message add column handed_over boolean not null default false;
