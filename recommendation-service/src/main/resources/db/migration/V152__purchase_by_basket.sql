-- Memory knows orders by basket_id; the orders behind an answer are looked up by it.
create index purchase_basket on purchase (workspace, basket_id);
