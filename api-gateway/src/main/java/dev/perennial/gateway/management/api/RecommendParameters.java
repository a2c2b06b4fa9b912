package dev.perennial.gateway.management.api;

import static java.util.function.Predicate.not;

import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Rules;
import dev.perennial.gateway.domain.InvalidRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * A question for recommendations in a query; whatever takes several may be told again, or by
 * commas.
 */
public class RecommendParameters {

  /** Fields of the service by the names that they have here; others are called the same. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("/product_ids", "product"),
          Map.entry("/profile_id", "profile"),
          Map.entry("/visitor_id", "visitor"),
          Map.entry("/clicked_product_ids", "click"),
          Map.entry("/excluded_product_ids", "exclude"),
          Map.entry("/fallbacks", "fallback"),
          Map.entry("/strategy", GrpcProblems.IN_PATH),
          Map.entry("/placement", GrpcProblems.IN_PATH),
          Map.entry("/rules/categories", "category"),
          Map.entry("/rules/brands", "brand"),
          Map.entry("/rules/min_price_micros", "min_price"),
          Map.entry("/rules/max_price_micros", "max_price"));

  private static final Pattern INDEX = Pattern.compile("/[0-9]+$");

  @QueryParam("product")
  @Parameter(description = "The page or the cart that the items should go with")
  List<String> products = List.of();

  @QueryParam("profile")
  @DefaultValue("")
  @Parameter(description = "A profile's id, or type:value such as user_id:17850")
  String profile = "";

  @QueryParam("visitor")
  @DefaultValue("")
  @Parameter(description = "An anonymous id; chooses a placement's variant without a profile")
  String visitor = "";

  @QueryParam("click")
  @Parameter(description = "What a visitor looked at in this session, the last one last")
  List<String> clicks = List.of();

  @QueryParam("category")
  @Parameter(description = "Only products in one of these, or below it: Toys > Cars")
  List<String> categories = List.of();

  @QueryParam("country")
  @DefaultValue("")
  @Parameter(description = "Best sellers of this country")
  String country = "";

  @QueryParam("explore")
  @DefaultValue("")
  @Parameter(description = "0 (what the person knows) to 1 (what is new to them)")
  String explore = "";

  @QueryParam("fallback")
  @Parameter(description = "Strategies that fill what is left open, in this order")
  List<String> fallbacks = List.of();

  @QueryParam("limit")
  @DefaultValue("10")
  @Parameter(description = "1 to 100")
  String limit = "10";

  @QueryParam("in_stock")
  @DefaultValue("false")
  @Parameter(description = "Leaves out what is known to be out of stock")
  String inStock = "false";

  @QueryParam("brand")
  @Parameter(description = "Only products of one of these")
  List<String> brands = List.of();

  @QueryParam("min_price")
  @DefaultValue("")
  @Parameter(description = "In the currency's unit, such as 1.50; a product without a price is out")
  String minPrice = "";

  @QueryParam("max_price")
  @DefaultValue("")
  @Parameter(description = "Likewise")
  String maxPrice = "";

  @QueryParam("price_currency")
  @DefaultValue("")
  @Parameter(description = "Of the price bounds; without it prices are compared as they are")
  String priceCurrency = "";

  @QueryParam("exclude_bought")
  @DefaultValue("false")
  @Parameter(description = "Leaves out what the profile bought")
  String excludeBought = "false";

  @QueryParam("exclude")
  @Parameter(description = "Products that are not to be among the items")
  List<String> excluded = List.of();

  @QueryParam("orders")
  @DefaultValue("false")
  @Parameter(description = "Whether evidence of what is bought together names the orders behind it")
  String orders = "false";

  /** As the service takes it, without workspace, strategy and profile. */
  RecommendRequest.Builder toContract() {
    var request =
        RecommendRequest.newBuilder()
            .addAllProductIds(split(products))
            .setVisitorId(visitor)
            .addAllClickedProductIds(split(clicks))
            .setCountry(country)
            .addAllFallbacks(split(fallbacks))
            .setLimit(Limit.of(number("limit", limit, Integer::parseInt)))
            .addAllExcludedProductIds(split(excluded))
            .setRules(rules())
            .setWithOrders(flag("orders", orders));
    if (categories.size() == 1) {
      // Strategies that know the category of what they count do not look at the rest.
      request.setCategory(categories.getFirst());
    }
    said(explore)
        .ifPresent(dial -> request.setExplore(number("explore", dial, Double::parseDouble)));
    return request;
  }

  /** What the service calls a field, as the query calls it. */
  static String name(String field) {
    String all = INDEX.matcher(field).replaceFirst("");
    return NAMES.getOrDefault(all, all.substring(all.lastIndexOf('/') + 1));
  }

  private Rules rules() {
    var rules =
        Rules.newBuilder()
            .setInStock(flag("in_stock", inStock))
            .addAllCategories(categories)
            .addAllBrands(brands)
            .setPriceCurrency(priceCurrency)
            .setExcludeBought(flag("exclude_bought", excludeBought));
    said(minPrice).ifPresent(price -> rules.setMinPriceMicros(micros("min_price", price)));
    said(maxPrice).ifPresent(price -> rules.setMaxPriceMicros(micros("max_price", price)));
    return rules.build();
  }

  private static List<String> split(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(not(String::isEmpty))
        .toList();
  }

  private static Optional<String> said(String value) {
    return Optional.of(value).filter(not(String::isBlank));
  }

  private static long micros(String name, String value) {
    return Json.micros(name, number(name, value, BigDecimal::new));
  }

  private static <T> T number(String name, String value, Function<String, T> parser) {
    try {
      return parser.apply(value.strip());
    } catch (NumberFormatException _) {
      throw new InvalidRequestException(name, "must be a number");
    }
  }

  static boolean flag(String name, String value) {
    return switch (value) {
      case "true", "" -> true;
      case "false" -> false;
      default -> throw new InvalidRequestException(name, "must be true or false");
    };
  }
}
