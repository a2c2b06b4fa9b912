-- Which profile absorbed one that is no more, so that what is asked for the one is answered for the
-- other. Null for those that were erased, and for those that went before this was kept.
alter table departed_profile add column merged_into uuid;
