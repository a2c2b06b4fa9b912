create table event (
  workspace    text        not null,
  profile_id   uuid        not null,
  revision     bigint      not null,
  occurred_at  timestamptz not null,
  received_at  timestamptz not null,
  recorded_at  timestamptz not null,
  message_id   text        not null,
  deed         text        not null,
  name         text        not null,
  properties   text        not null,
  source       text        not null,
  hops         integer     not null,
  -- ORDER, REFUND, ADJUSTMENT; null on all others.
  money        text,
  value_micros bigint,
  items        integer     not null,
  -- Products and money as they were published; null when the event carries none.
  commerce     bytea,
  primary key (workspace, profile_id, occurred_at, revision)
) partition by range (occurred_at);

-- Exact figures come from this index alone.
create index event_money on event (workspace, profile_id)
  include (money, value_micros, items) where money is not null;

-- Makes the monthly partitions from the month of one instant to that of another that are missing.
create function make_event_partitions(since timestamptz, until timestamptz) returns integer language plpgsql as $$
declare
  made  integer := 0;
  month timestamp;
  name  text;
begin
  for month in
    select generate_series(
      date_trunc('month', since at time zone 'UTC'), date_trunc('month', until at time zone 'UTC'), interval '1 month')
  loop
    name := 'event_' || to_char(month, 'YYYY_MM');
    if to_regclass(name) is null then
      execute format('create table %I partition of event for values from (%L) to (%L)',
        name, month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
      made := made + 1;
    end if;
  end loop;
  return made;
end
$$;

-- A month a partition for the year before the installation and six months ahead; all that is older in one.
do $$
declare
  since timestamptz := date_trunc('month', now() at time zone 'UTC' - interval '13 months') at time zone 'UTC';
begin
  execute format('create table event_before partition of event for values from (minvalue) to (%L)', since);
  perform make_event_partitions(since, now() + interval '6 months');
end
$$;
