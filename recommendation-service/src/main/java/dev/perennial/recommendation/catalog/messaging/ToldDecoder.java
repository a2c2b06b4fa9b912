package dev.perennial.recommendation.catalog.messaging;

import static java.util.stream.Collectors.toCollection;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.contracts.catalog.v1.ProductTold;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what shops tell. Causes are left out, as parsers quote what they choke on. */
final class ToldDecoder {

  /** What was told of a product, and when. */
  record Of(ProductKey key, Told told, Instant at) {}

  private ToldDecoder() {}

  static Of decode(byte[] value) {
    ProductTold told = parse(value);
    if (told.getWorkspace().isEmpty() || told.getProduct().getProductId().isEmpty()) {
      throw new PoisonException("workspace or product_id is missing");
    }
    var key = new ProductKey(told.getWorkspace(), told.getProduct().getProductId());
    Instant at = instant(told.getToldAt());
    return new Of(key, told.getDeleted() ? new Told.Gone() : as(told.getProduct(), at), at);
  }

  private static Told as(Product product, Instant toldAt) {
    var entry =
        new CatalogEntry(
            product.getName(),
            product.getDescription(),
            said(product.getCategoriesList()).toList(),
            product.getBrand(),
            product.getSeller(),
            optional(product.hasPriceMicros(), product.getPriceMicros()),
            optional(product.hasCostMicros(), product.getCostMicros()),
            product.getCurrency(),
            optional(product.hasStock(), product.getStock()),
            said(product.getTagsList()).collect(toCollection(TreeSet::new)),
            product.getImageUrl(),
            product.getUrl(),
            product.hasCreatedAt() ? instant(product.getCreatedAt()) : toldAt,
            false);
    return new Told.As(
        entry, product.hasCreatedAt(), product.getCustom().isEmpty() ? "{}" : product.getCustom());
  }

  private static Stream<String> said(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty());
  }

  private static OptionalLong optional(boolean has, long value) {
    return has ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private static ProductTold parse(byte[] value) {
    try {
      return ProductTold.parseFrom(value);
    } catch (InvalidProtocolBufferException _) {
      throw new PoisonException("it is no ProductTold");
    }
  }

  /** To the microsecond, as Postgres keeps it: what is read back must equal what was written. */
  private static Instant instant(Timestamp at) {
    return Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).truncatedTo(ChronoUnit.MICROS);
  }
}
