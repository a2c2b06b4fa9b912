package dev.perennial.recommendation.serving.domain;

import java.util.regex.Pattern;

/** The placement that was asked, and the variant of it that answers. */
public record Arm(String placement, String variant) {

  /** What they may be called: no hyphen first, as a hyphen alone says that there is none. */
  public static final Pattern PLACEMENT = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public static final Pattern VARIANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public Arm {
    if (!PLACEMENT.matcher(placement).matches() || !VARIANT.matcher(variant).matches()) {
      throw new IllegalArgumentException("a placement and a variant have keys");
    }
  }
}
