package dev.perennial.channel.template.api;

import dev.perennial.channel.Instants;
import dev.perennial.channel.api.GrpcErrors;
import dev.perennial.channel.template.app.RulesText;
import dev.perennial.channel.template.domain.Content;
import dev.perennial.channel.template.domain.Content.ShownProducts;
import dev.perennial.channel.template.domain.TemplateKey;
import dev.perennial.contracts.channel.v1.GetTemplateRequest;
import dev.perennial.contracts.channel.v1.ListTemplatesRequest;
import dev.perennial.contracts.channel.v1.ListTemplatesResponse;
import dev.perennial.contracts.channel.v1.PutTemplateRequest;
import dev.perennial.contracts.channel.v1.Template;
import dev.perennial.contracts.channel.v1.TemplateRecommendations;
import dev.perennial.contracts.channel.v1.Templates;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Templates over gRPC. */
@GrpcService
class TemplatesGrpc implements Templates {

  private final dev.perennial.channel.template.app.Templates templates;

  TemplatesGrpc(dev.perennial.channel.template.app.Templates templates) {
    this.templates = templates;
  }

  @Override
  public Uni<Template> putTemplate(PutTemplateRequest request) {
    return Uni.createFrom()
        .deferred(() ->
            templates.put(
                new TemplateKey(request.getWorkspace(), request.getKey()), content(request)))
        .map(TemplatesGrpc::encode)
        .onFailure()
        .transform(GrpcErrors::of);
  }

  @Override
  public Uni<Template> getTemplate(GetTemplateRequest request) {
    return templates
        .find(new TemplateKey(request.getWorkspace(), request.getKey()))
        .map(found -> encode(found.orElseThrow(() -> GrpcErrors.notFound("no such template"))));
  }

  @Override
  public Uni<ListTemplatesResponse> listTemplates(ListTemplatesRequest request) {
    return templates
        .list(request.getWorkspace())
        .map(found ->
            ListTemplatesResponse.newBuilder()
                .addAllTemplates(found.stream().map(TemplatesGrpc::encode).toList())
                .build());
  }

  private static Content content(PutTemplateRequest request) {
    var shown =
        request.hasRecommendations()
            ? Optional.of(shown(request.getRecommendations()))
            : Optional.<ShownProducts>empty();
    return new Content(request.getChannel(), request.getSubject(), request.getBody(), shown);
  }

  private static ShownProducts shown(TemplateRecommendations asked) {
    return new ShownProducts(
        asked.getStrategy(),
        asked.getFallbacksList(),
        asked.getPlacement(),
        asked.hasRules() ? RulesText.written(asked.getRules()) : "",
        asked.getLimit(),
        asked.getAtLeast());
  }

  private static TemplateRecommendations encode(ShownProducts shown) {
    var encoded =
        TemplateRecommendations.newBuilder()
            .setStrategy(shown.strategy())
            .addAllFallbacks(shown.fallbacks())
            .setPlacement(shown.placement())
            .setLimit(shown.limit())
            .setAtLeast(shown.atLeast());
    if (!shown.rules().isEmpty()) {
      encoded.setRules(RulesText.read(shown.rules()));
    }
    return encoded.build();
  }

  private static Template encode(dev.perennial.channel.template.domain.Template template) {
    var encoded =
        Template.newBuilder()
            .setWorkspace(template.key().workspace())
            .setKey(template.key().key())
            .setChannel(template.content().channel())
            .setSubject(template.content().subject())
            .setBody(template.content().body())
            .setVersion(template.version())
            .setChangedAt(Instants.encode(template.changedAt()));
    template
        .content()
        .recommendations()
        .ifPresent(shown -> encoded.setRecommendations(encode(shown)));
    return encoded.build();
  }
}
