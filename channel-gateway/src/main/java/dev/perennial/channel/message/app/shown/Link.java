package dev.perennial.channel.message.app.shown;

/** The address of a product, with what tells the shop's page that a message led there. */
final class Link {

  /** The page sends it along with Product Clicked. */
  private static final String PARAMETER = "recommendation_id=";

  private Link() {}

  /** Behind the parameters that the address has, before its fragment. */
  static String to(String url, String recommendationId) {
    if (recommendationId.isEmpty()) {
      return url;
    }
    int hash = url.indexOf('#');
    String page = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash);
    return page + (page.contains("?") ? "&" : "?") + PARAMETER + recommendationId + fragment;
  }
}
