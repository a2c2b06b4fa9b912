-- Counts of days long ago are forgotten.
create index recommendation_count_day on recommendation_count (day);
