package dev.perennial.gateway.catalog.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a shop can say of a product. */
public enum ProductField {
  ID("id", 200),
  NAME("name", 500),
  DESCRIPTION("description", 20_000),
  CATEGORIES("categories", 500),
  BRAND("brand", 200),
  SELLER("seller", 200),
  PRICE("price", 40),
  COST("cost", 40),
  CURRENCY("currency", 3),
  STOCK("stock", 40),
  TAGS("tags", 100),
  IMAGE_URL("imageUrl", 2_000),
  URL("url", 2_000),
  CREATED_AT("createdAt", 40),
  CUSTOM("custom", 32_000);

  private final String jsonName;
  private final int maxLength;

  ProductField(String jsonName, int maxLength) {
    this.jsonName = jsonName;
    this.maxLength = maxLength;
  }

  /** The field of this name, however it is written: {@code imageUrl}, {@code image_url}. */
  public static Optional<ProductField> named(String name) {
    String plain = plain(name);
    String meant =
        switch (plain) {
          case "productid" -> "id";
          case "category" -> "categories";
          default -> plain;
        };
    return Arrays.stream(values()).filter(field -> plain(field.jsonName).equals(meant)).findAny();
  }

  public String jsonName() {
    return jsonName;
  }

  /** Of each of its values, in characters. */
  public int maxLength() {
    return maxLength;
  }

  public boolean isList() {
    return this == CATEGORIES || this == TAGS;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
  }
}
