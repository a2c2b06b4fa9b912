package dev.perennial.channel.domain;

import java.util.regex.Pattern;

/** Addresses of e-mail. */
public final class EmailAddress {

  /**
   * Enough to keep anything out that could end a line or add a recipient; the server knows the
   * rest.
   */
  private static final Pattern USABLE =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s\\p{Cntrl}@<>,;:\"()\\[\\]\\\\]{1,189}");

  private EmailAddress() {}

  public static boolean isUsable(String address) {
    return USABLE.matcher(address).matches();
  }

  /** The address itself of one that may have a name, as in "Shop <shop@example.com>". */
  public static String bare(String address) {
    int start = address.lastIndexOf('<');
    return start >= 0 && address.endsWith(">")
        ? address.substring(start + 1, address.length() - 1)
        : address;
  }

  /** What follows the at sign. */
  public static String domain(String address) {
    var bare = bare(address);
    return bare.substring(bare.lastIndexOf('@') + 1);
  }
}
