package dev.perennial.channel.account.domain;

import dev.perennial.channel.domain.Checks;
import dev.perennial.channel.domain.EmailAddress;

/** What an account must be. */
public final class AccountRules {

  private AccountRules() {}

  public static Checks check(Account account, String password) {
    return new Checks()
        .key(account.key().workspace(), "/workspace")
        .that(account.key().channel().equals("email"), "/channel", "must be \"email\"")
        .that(account.provider().equals("smtp"), "/provider", "must be \"smtp\"")
        .that(
            EmailAddress.isUsable(EmailAddress.bare(account.from())) && oneLine(account.from()),
            "/from",
            "must be an address, as in \"Shop <shop@example.com>\"")
        .text(account.host(), "/host", 253)
        .that(account.port() >= 1 && account.port() <= 65_535, "/port", "must be 1 to 65535")
        .that(account.username().length() <= 320, "/username", "must have at most 320 characters")
        .that(password.length() <= 1_000, "/password", "must have at most 1000 characters")
        .that(
            password.isEmpty() || !account.username().isEmpty(),
            "/username",
            "must be given with a password");
  }

  private static boolean oneLine(String text) {
    return text.length() <= 320 && text.chars().noneMatch(Character::isISOControl);
  }
}
