-- News are told by workspace, so that one with many does not keep the others waiting.
create index product_news_turn on product_news (shard, workspace, happened_at, product_id);
drop index product_news_shard;
