package dev.perennial.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import dev.perennial.contracts.channel.v1.Accounts;
import dev.perennial.contracts.channel.v1.GetMessageRequest;
import dev.perennial.contracts.channel.v1.GetTemplateRequest;
import dev.perennial.contracts.channel.v1.ListAccountsRequest;
import dev.perennial.contracts.channel.v1.ListTemplatesRequest;
import dev.perennial.contracts.channel.v1.Messages;
import dev.perennial.contracts.channel.v1.PutAccountRequest;
import dev.perennial.contracts.channel.v1.PutTemplateRequest;
import dev.perennial.contracts.channel.v1.Template;
import dev.perennial.contracts.channel.v1.TemplateRecommendations;
import dev.perennial.contracts.channel.v1.Templates;
import dev.perennial.contracts.recommendation.v1.Rules;
import dev.perennial.localstack.StackResource;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ChannelTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "channel"))
class DefinitionsServiceTest {

  private final String workspace = "shop-" + UUID.randomUUID().toString().substring(0, 8);

  @Inject Pool pool;

  @GrpcClient("channel")
  Templates templates;

  @GrpcClient("channel")
  Accounts accounts;

  @GrpcClient("channel")
  Messages messages;

  @Test
  void aTemplateIsReadAsItWasPutAndAChangeIsAnotherVersion() {
    var first = get(templates.putTemplate(template("Hello {{ profile.first_name }}")));
    assertEquals(1, first.getVersion());
    assertEquals(first, get(templates.putTemplate(template("Hello {{ profile.first_name }}"))));
    var second = get(templates.putTemplate(template("Hello again")));
    assertEquals(2, second.getVersion());
    assertEquals(second, find("win-back"));
    var list = ListTemplatesRequest.newBuilder().setWorkspace(workspace).build();
    assertEquals(List.of(second), get(templates.listTemplates(list)).getTemplatesList());
  }

  @Test
  void aTemplateThatIsNotLiquidIsRefusedNamingTheField() {
    var violations = violations(templates.putTemplate(template("{% if broken %}")));
    assertEquals(List.of("/body"), violations.stream().map(FieldViolation::getField).toList());
  }

  @Test
  void aTemplateKeepsAllThatItSaysOfTheProductsThatItShows() {
    var shown =
        TemplateRecommendations.newBuilder()
            .setStrategy("next-best")
            .addFallbacks("trending")
            .addFallbacks("best-sellers")
            .setRules(Rules.newBuilder().setInStock(true).setMinPriceMicros(0))
            .setLimit(3)
            .setAtLeast(1)
            .build();
    var put = get(templates.putTemplate(showing(shown)));
    assertEquals(shown, put.getRecommendations());
    assertEquals(put, find("win-back"));
    var placed = TemplateRecommendations.newBuilder().setPlacement("mail").setLimit(3).build();
    var second = get(templates.putTemplate(showing(placed)));
    assertEquals(2, second.getVersion());
    assertEquals(placed, find("win-back").getRecommendations());
  }

  @Test
  void aTemplateWhoseProductsNobodyCanFindIsRefusedNamingTheField() {
    var shown = TemplateRecommendations.newBuilder().setStrategy("similar").setLimit(3).build();
    assertEquals(
        List.of(
            FieldViolation.newBuilder()
                .setField("/recommendations/strategy")
                .setDescription("goes by products")
                .build()),
        violations(templates.putTemplate(showing(shown))));
    assertEquals(Status.Code.NOT_FOUND, code(() -> find("win-back")));
  }

  @Test
  void aTemplateWithProductsIsNotTakenWhileNobodyCanSayWhetherTheyCanBeFound() {
    FakeRecommendations.AWAY_FOR.add(workspace);
    var shown = TemplateRecommendations.newBuilder().setStrategy("trending").setLimit(3).build();
    assertEquals(Status.Code.UNAVAILABLE, code(() -> get(templates.putTemplate(showing(shown)))));
    assertEquals(1, get(templates.putTemplate(template("Hello"))).getVersion());
  }

  private PutTemplateRequest showing(TemplateRecommendations shown) {
    return template("Hello").toBuilder().setRecommendations(shown).build();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    var message =
        GetMessageRequest.newBuilder()
            .setWorkspace(workspace)
            .setMessageId(UUID.randomUUID().toString())
            .build();
    assertEquals(Status.Code.NOT_FOUND, code(() -> find("nothing")));
    assertEquals(Status.Code.NOT_FOUND, code(() -> get(messages.getMessage(message))));
  }

  @Test
  void anIdThatIsNoneIsTheCallersFault() {
    var message =
        GetMessageRequest.newBuilder().setWorkspace(workspace).setMessageId("seven").build();
    assertEquals("/message_id", violations(messages.getMessage(message)).getFirst().getField());
  }

  @Test
  void aPasswordIsSealedAndStaysWhenItIsNotGivenAgain() {
    get(accounts.putAccount(account().setPassword("hunter2").build()));
    var sealed = sealedPassword();
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("hunter2"));
    get(accounts.putAccount(account().setFrom("news@example.com").build()));
    assertEquals(List.of(sealed.length), List.of(sealedPassword().length));
    var list = ListAccountsRequest.newBuilder().setWorkspace(workspace).build();
    var listed = get(accounts.listAccounts(list)).getAccountsList();
    assertEquals("news@example.com", listed.getFirst().getFrom());
    assertFalse(listed.toString().contains("hunter2"));
  }

  @Test
  void aPasswordIsForgottenWhenTheServerIsAnother() {
    get(accounts.putAccount(account().setPassword("hunter2").build()));
    get(accounts.putAccount(account().setHost("elsewhere.example.com").build()));
    assertEquals(0, sealedPassword().length);
  }

  @Test
  void everyFieldOfAnAccountThatIsWrongIsNamed() {
    var wrong = account().setFrom("nobody").setHost("").setPort(0).setPassword("x").setUsername("");
    var fields =
        violations(accounts.putAccount(wrong.build())).stream()
            .map(FieldViolation::getField)
            .toList();
    assertEquals(List.of("/from", "/host", "/port", "/username"), fields);
  }

  private byte[] sealedPassword() {
    return get(pool.preparedQuery("select sealed_password from account where workspace = $1")
            .execute(Tuple.of(workspace)))
        .iterator()
        .next()
        .getBuffer("sealed_password")
        .getBytes();
  }

  private Template find(String key) {
    return get(
        templates.getTemplate(
            GetTemplateRequest.newBuilder().setWorkspace(workspace).setKey(key).build()));
  }

  private PutTemplateRequest template(String body) {
    return PutTemplateRequest.newBuilder()
        .setWorkspace(workspace)
        .setKey("win-back")
        .setChannel("email")
        .setSubject("We miss you")
        .setBody(body)
        .build();
  }

  private PutAccountRequest.Builder account() {
    return PutAccountRequest.newBuilder()
        .setWorkspace(workspace)
        .setChannel("email")
        .setProvider("smtp")
        .setFrom("Shop <shop@example.com>")
        .setHost("smtp.example.com")
        .setPort(587)
        .setSecurity("starttls")
        .setUsername("shop");
  }

  private static Status.Code code(Runnable call) {
    return assertThrows(StatusRuntimeException.class, call::run).getStatus().getCode();
  }

  private static List<FieldViolation> violations(Uni<?> call) {
    var failure = assertThrows(StatusRuntimeException.class, () -> get(call));
    assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode());
    var status = StatusProto.fromThrowable(failure);
    assertTrue(status != null);
    try {
      return status.getDetails(0).unpack(BadRequest.class).getFieldViolationsList();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T get(Uni<T> call) {
    return call.await().atMost(Duration.ofSeconds(20));
  }
}
