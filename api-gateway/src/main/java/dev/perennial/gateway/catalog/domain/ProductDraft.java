package dev.perennial.gateway.catalog.domain;

import static java.util.stream.Collectors.joining;

import dev.perennial.gateway.domain.CleanText;
import dev.perennial.gateway.domain.InvalidRequestException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a product as texts, whatever they came in, and what each must be. A refusal is an
 * {@link InvalidRequestException} whose pointer begins at the product.
 */
public final class ProductDraft {

  private static final int MOST_ITEMS = 50;
  private static final int MICROS = 6;
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000_000L);
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
  private static final Instant FIRST_CREATED = Instant.EPOCH;
  private static final Instant LAST_CREATED = Instant.parse("2200-12-31T23:59:59.999999Z");

  private final Map<ProductField, List<String>> values = new EnumMap<>(ProductField.class);
  private String custom = "{}";

  /** Sets a field; several values make sense of categories and tags only. */
  public ProductDraft set(ProductField field, List<String> texts) {
    List<String> said =
        texts.stream().map(text -> cleaned(field, text)).filter(t -> !t.isEmpty()).toList();
    if (said.size() > (field.isList() ? MOST_ITEMS : 1)) {
      throw refused(field, field.isList() ? "holds more than " + MOST_ITEMS : "must be one value");
    }
    for (String text : said) {
      if (text.length() > field.maxLength()) {
        throw refused(field, "is longer than " + field.maxLength() + " characters");
      }
    }
    values.put(field, said);
    return this;
  }

  /** Sets the shop's own fields, a JSON object. */
  public ProductDraft setCustom(String json) {
    if (json.length() > ProductField.CUSTOM.maxLength()) {
      throw refused(
          ProductField.CUSTOM, "is longer than " + ProductField.CUSTOM.maxLength() + " characters");
    }
    custom = json;
    return this;
  }

  /** The product, when all is well. */
  public Product check() {
    String id = text(ProductField.ID);
    if (id.isEmpty()) {
      throw refused(ProductField.ID, "is required");
    }
    return new Product(
        id,
        text(ProductField.NAME),
        text(ProductField.DESCRIPTION),
        all(ProductField.CATEGORIES).stream().map(ProductDraft::path).distinct().toList(),
        text(ProductField.BRAND),
        text(ProductField.SELLER),
        money(ProductField.PRICE),
        money(ProductField.COST),
        currency(),
        stock(),
        all(ProductField.TAGS).stream().map(t -> t.toLowerCase(Locale.ROOT)).distinct().toList(),
        text(ProductField.IMAGE_URL),
        text(ProductField.URL),
        createdAt(),
        custom);
  }

  /** Only a description has lines. */
  private static String cleaned(ProductField field, String text) {
    String clean = CleanText.of(text);
    return (field == ProductField.DESCRIPTION ? clean : CONTROL.matcher(clean).replaceAll(" "))
        .strip();
  }

  private List<String> all(ProductField field) {
    return values.getOrDefault(field, List.of());
  }

  private String text(ProductField field) {
    List<String> said = all(field);
    return said.isEmpty() ? "" : said.getFirst();
  }

  private static String path(String category) {
    return Arrays.stream(category.split(">", -1))
        .map(String::strip)
        .filter(level -> !level.isEmpty())
        .collect(joining(" > "));
  }

  private OptionalLong money(ProductField field) {
    String text = text(field);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    BigDecimal amount = number(field, text);
    if (amount.signum() < 0 || amount.compareTo(MOST_MONEY) > 0) {
      throw refused(field, "must be 0 to " + MOST_MONEY);
    }
    if (amount.stripTrailingZeros().scale() > MICROS) {
      throw refused(field, "has more than " + MICROS + " decimals");
    }
    return OptionalLong.of(amount.movePointRight(MICROS).longValueExact());
  }

  private OptionalLong stock() {
    String text = text(ProductField.STOCK);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    BigDecimal pieces = number(ProductField.STOCK, text);
    if (pieces.stripTrailingZeros().scale() > 0) {
      throw refused(ProductField.STOCK, "must be a whole number");
    }
    // Shops count what they owe below zero; there is nothing to sell either way.
    return OptionalLong.of(pieces.max(BigDecimal.ZERO).min(MOST_MONEY).longValueExact());
  }

  private static BigDecimal number(ProductField field, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw refused(field, "must be a decimal number");
    }
  }

  private String currency() {
    String currency = text(ProductField.CURRENCY).toUpperCase(Locale.ROOT);
    if (!currency.isEmpty() && !CURRENCY.matcher(currency).matches()) {
      throw refused(ProductField.CURRENCY, "must be three letters (ISO 4217)");
    }
    return currency;
  }

  private @Nullable Instant createdAt() {
    String text = text(ProductField.CREATED_AT);
    if (text.isEmpty()) {
      return null;
    }
    Instant at = instant(text);
    if (at.isBefore(FIRST_CREATED) || at.isAfter(LAST_CREATED)) {
      throw refused(ProductField.CREATED_AT, "must be in the years 1970 to 2200");
    }
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant instant(String text) {
    try {
      return text.length() == "2026-01-31".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw refused(ProductField.CREATED_AT, "must be an ISO 8601 date, or a time with its offset");
    }
  }

  private static InvalidRequestException refused(ProductField field, String detail) {
    return new InvalidRequestException("/" + field.jsonName(), detail);
  }
}
