package dev.perennial.channel.message.app;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perennial.channel.account.app.Accounts;
import dev.perennial.channel.account.app.OpenAccount;
import dev.perennial.channel.message.domain.Claim;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Result;
import dev.perennial.channel.template.domain.Content.ShownProducts;
import dev.perennial.channel.template.domain.TemplateKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes claims into mails, a batch at a time: one read of templates, accounts, recommendations. */
@ApplicationScoped
class ComposeMails {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final Duration LATE_NEWS = Duration.ofSeconds(10);

  private final TemplateCache templates;
  private final Accounts accounts;
  private final RecommendationsFor recommendations;
  private final ObjectMapper json;
  private final Clock clock;

  ComposeMails(
      TemplateCache templates,
      Accounts accounts,
      RecommendationsFor recommendations,
      ObjectMapper json,
      Clock clock) {
    this.templates = templates;
    this.accounts = accounts;
    this.recommendations = recommendations;
    this.json = json;
    this.clock = clock;
  }

  Uni<List<Composed>> compose(List<Claim> claims) {
    var keys = claims.stream().map(ComposeMails::template).collect(toSet());
    var workspaces = keys.stream().map(TemplateKey::workspace).collect(toSet());
    return templates
        .newest(keys)
        .chain(found ->
            accounts
                .open(workspaces, "email")
                .chain(open ->
                    recommendations
                        .fetch(shown(claims, found))
                        .map(shown -> new Material(found, open, shown))))
        // Rendering takes its time and must not hold an event loop up.
        .emitOn(Infrastructure.getDefaultExecutor())
        .map(material -> claims.stream().map(claim -> compose(claim, material)).toList());
  }

  private Composed compose(Claim claim, Material material) {
    var template = material.templates().get(template(claim));
    if (template == null) {
      return postponed(claim, "no template " + claim.request().template());
    }
    var account = material.accounts().get(claim.request().key().workspace());
    if (account == null) {
      return postponed(claim, "no account for email");
    }
    var wanted = template.template().content().recommendations();
    if (wanted.isEmpty()) {
      return render(claim, template, account, List.of());
    }
    return switch (material.shown().getOrDefault(claim.request().key(), new Shown.Away())) {
      case Shown.Away _ -> postponed(claim, "recommendations are not available");
      case Shown.Refused(var reason) -> broken(claim, reason);
      case Shown.Items(var items) when items.size() < wanted.get().atLeast() ->
          tooFew(claim, items.size(), wanted.get().atLeast());
      case Shown.Items(var items) -> render(claim, template, account, items);
    };
  }

  /** What has just happened may not have reached all who recommend. */
  private Composed tooFew(Claim claim, int found, int atLeast) {
    var reason = "found %d products to show, of at least %d".formatted(found, atLeast);
    var asked = claim.request().requestedAt();
    return clock.instant().isBefore(asked.plus(LATE_NEWS))
        ? postponed(claim, reason)
        : broken(claim, reason);
  }

  private Composed render(
      Claim claim, ParsedTemplate template, OpenAccount account, List<Map<String, Object>> items) {
    try {
      var variables = variables(claim, items);
      var mail =
          new Mail(
              claim.request().key().messageId(),
              account,
              claim.contact().email().orElseThrow(),
              template.subject(variables),
              template.body(variables));
      return new Composed.Ready(claim, mail);
    } catch (RuntimeException | JsonProcessingException e) {
      // Without the message of the failure, which may quote what is personal.
      var reason =
          "template %s version %d cannot be rendered"
              .formatted(claim.request().template(), template.template().version());
      return broken(claim, reason);
    }
  }

  private Map<String, Object> variables(Claim claim, List<Map<String, Object>> items)
      throws JsonProcessingException {
    var request = claim.request();
    var message = new HashMap<String, Object>();
    if (!request.variables().isEmpty()) {
      message.putAll(json.readValue(request.variables(), OBJECT));
    }
    message.put("id", request.key().messageId().toString());
    message.put("journey", request.cause().journey());
    message.put("node", request.cause().node());
    message.put("topic", request.wanted().topic());
    return Map.of(
        "profile",
        claim.contact().traits(),
        "message",
        message,
        "recommendations",
        items,
        "workspace",
        request.key().workspace());
  }

  private static Map<Claim, ShownProducts> shown(
      List<Claim> claims, Map<TemplateKey, ParsedTemplate> found) {
    var shown = new HashMap<Claim, ShownProducts>();
    for (var claim : claims) {
      var template = found.get(template(claim));
      if (template != null) {
        template.template().content().recommendations().ifPresent(some -> shown.put(claim, some));
      }
    }
    return shown;
  }

  private static TemplateKey template(Claim claim) {
    return new TemplateKey(claim.request().key().workspace(), claim.request().template());
  }

  private static Composed postponed(Claim claim, String reason) {
    return new Composed.NotReady(claim, new Result.Postponed(reason));
  }

  private static Composed broken(Claim claim, String reason) {
    return new Composed.NotReady(claim, new Result.Broken(reason));
  }

  /** What a batch is made of. */
  private record Material(
      Map<TemplateKey, ParsedTemplate> templates,
      Map<String, OpenAccount> accounts,
      Map<MessageKey, Shown> shown) {}
}
