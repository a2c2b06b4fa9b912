package dev.perennial.channel.message.app.shown;

import dev.perennial.contracts.recommendation.v1.Item;
import java.util.HashMap;
import java.util.Map;

/** What a template sees of a recommended product. What is not known is not there. */
public final class Card {

  private Card() {}

  /** The variables of one item; docs/channel-gateway.md is the reference. */
  public static Map<String, Object> of(Item item) {
    var card = new HashMap<String, Object>();
    card.put("product_id", item.getProductId());
    card.put("name", item.getName().isEmpty() ? item.getProductId() : item.getName());
    put(card, "strategy", item.getStrategy());
    put(card, "recommendation_id", item.getRecommendationId());
    catalog(card, item);
    prices(card, item);
    card.put("evidence", EvidenceFields.of(item.getReason()));
    put(card, "why", Why.of(item));
    return card;
  }

  private static void catalog(Map<String, Object> card, Item item) {
    var product = item.getProduct();
    put(card, "brand", product.getBrand());
    put(card, "image_url", product.getImageUrl());
    put(card, "url", product.getUrl());
    if (!product.getUrl().isEmpty()) {
      put(card, "link", Link.to(product.getUrl(), item.getRecommendationId()));
    }
    if (product.hasStock()) {
      card.put("stock", product.getStock());
    }
  }

  /** A price drop names both prices as they were when it was told of; the catalog only the last. */
  private static void prices(Map<String, Object> card, Item item) {
    var product = item.getProduct();
    if (item.getReason().hasPriceDropped()) {
      var drop = item.getReason().getPriceDropped();
      card.put("price", Amount.of(drop.getPriceMicros()));
      card.put("previous_price", Amount.of(drop.getPreviousPriceMicros()));
      put(card, "currency", drop.getCurrency());
    } else if (product.hasPriceMicros()) {
      card.put("price", Amount.of(product.getPriceMicros()));
      put(card, "currency", product.getCurrency());
    }
  }

  private static void put(Map<String, Object> card, String name, String text) {
    if (!text.isEmpty()) {
      card.put(name, text);
    }
  }
}
