package dev.perennial.gateway.api;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What every request has in common, said of each: the key that it takes and how it is refused. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private static final String MANAGEMENT = "/api/v1/";
  private static final String RECOMMENDATIONS = "/api/v1/recommendations";
  private static final String SECRET_KEY = "secretKey";
  private static final String WRITE_KEY = "writeKey";
  private static final String PROBLEM = "Problem";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents() == null ? createComponents() : api.getComponents();
    api.setComponents(
        components
            .addSecurityScheme(SECRET_KEY, secretKey())
            .addSecurityScheme(WRITE_KEY, writeKey())
            .addSchema(PROBLEM, problem()));
    if (api.getPaths() != null) {
      api.getPaths()
          .getPathItems()
          .forEach((path, item) ->
              item.getOperations().values().forEach(operation -> describe(path, operation)));
    }
  }

  private static void describe(String path, Operation operation) {
    boolean managed = path.startsWith(MANAGEMENT);
    operation.setSecurity(
        List.of(createSecurityRequirement().addScheme(managed ? SECRET_KEY : WRITE_KEY)));
    APIResponses responses =
        operation.getResponses() == null ? createAPIResponses() : operation.getResponses();
    refusals(path, managed)
        .forEach((status, why) -> responses.addAPIResponse(status, refusal(why)));
    operation.setResponses(responses);
  }

  private static Map<String, String> refusals(String path, boolean managed) {
    var refusals = new TreeMap<String, String>();
    refusals.put("400", "What is asked or sent is not right: errors names the fields");
    refusals.put("401", "No key, or one that is not known or of the wrong kind");
    refusals.put("413", "The body is too large");
    refusals.put("503", "Something is away or too busy; Retry-After says when to come again");
    if (managed) {
      refusals.put("403", "The key's scopes do not go that far");
      refusals.put("504", "A service did not answer in time");
    }
    if (path.indexOf('{') >= 0) {
      refusals.put("404", "There is none");
    }
    if (!managed || path.startsWith(RECOMMENDATIONS)) {
      refusals.put("429", "The workspace's requests per second are used up; see Retry-After");
    }
    return refusals;
  }

  private static APIResponse refusal(String why) {
    Schema schema = createSchema().ref("#/components/schemas/" + PROBLEM);
    return createAPIResponse()
        .description(why)
        .content(
            createContent().addMediaType(Problem.MEDIA_TYPE, createMediaType().schema(schema)));
  }

  private static SecurityScheme secretKey() {
    return createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description(
            "A secret key (sk_...), or the operator's for workspaces and keys. For servers only: it"
                + " must never be in a page or an app");
  }

  private static SecurityScheme writeKey() {
    return createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("basic")
        .description("A write key (wk_...) as the user, without a password: sends events only");
  }

  private static Schema problem() {
    Schema error =
        object()
            .addProperty("pointer", text("JSON pointer into the body, or a parameter's name"))
            .addProperty("detail", text("What is wrong with it"));
    return object()
        .description("RFC 9457")
        .addProperty("title", text("The status in words"))
        .addProperty("status", createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text("What is wrong, where there is more to say"))
        .addProperty("errors", createSchema().addType(Schema.SchemaType.ARRAY).items(error));
  }

  private static Schema object() {
    return createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
