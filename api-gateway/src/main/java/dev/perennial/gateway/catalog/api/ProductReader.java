package dev.perennial.gateway.catalog.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perennial.gateway.catalog.domain.Product;
import dev.perennial.gateway.catalog.domain.ProductDraft;
import dev.perennial.gateway.catalog.domain.ProductField;
import dev.perennial.gateway.domain.InvalidRequestException;
import java.util.List;
import java.util.stream.StreamSupport;

/** A product of a request's JSON. */
final class ProductReader {

  private ProductReader() {}

  /** Refusals point from the product on. */
  static Product read(JsonNode json) {
    if (!json.isObject()) {
      throw new InvalidRequestException("", "must be a JSON object");
    }
    var draft = new ProductDraft();
    for (var property : json.properties()) {
      String pointer = "/" + property.getKey();
      ProductField field =
          ProductField.named(property.getKey())
              .orElseThrow(() ->
                  new InvalidRequestException(
                      pointer, "is no field of a product; a shop's own go into custom"));
      set(draft, field, pointer, property.getValue());
    }
    return draft.check();
  }

  private static void set(ProductDraft draft, ProductField field, String pointer, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    if (field == ProductField.CUSTOM) {
      if (!value.isObject()) {
        throw new InvalidRequestException(pointer, "must be a JSON object");
      }
      draft.setCustom(value.toString());
    } else if (value.isArray() && field.isList()) {
      draft.set(
          field,
          StreamSupport.stream(value.spliterator(), false)
              .map(item -> text(pointer, item))
              .toList());
    } else {
      draft.set(field, List.of(text(pointer, value)));
    }
  }

  private static String text(String pointer, JsonNode value) {
    if (value.isTextual() || value.isNumber()) {
      return value.asText();
    }
    throw new InvalidRequestException(pointer, "is not of the right type");
  }
}
