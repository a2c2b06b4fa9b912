package dev.perennial.gateway.catalog.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perennial.contracts.catalog.v1.Catalog;
import dev.perennial.contracts.catalog.v1.GetProductRequest;
import dev.perennial.contracts.catalog.v1.ListProductsRequest;
import dev.perennial.gateway.catalog.app.ProductLog;
import dev.perennial.gateway.catalog.domain.ProductDraft;
import dev.perennial.gateway.catalog.domain.ProductField;
import dev.perennial.gateway.domain.InvalidRequestException;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading a large body and checking its products takes a while, so it is off the event loop. */
@KeyRequired
@Path("/api/v1/catalog/products")
@Tag(name = "catalog", description = "Products, as the shop tells them and as events show them")
public class CatalogResource {

  private static final int MOST = 1_000;

  private final ProductLog log;
  private final Catalog catalog;
  private final Caller caller;

  CatalogResource(ProductLog log, @GrpcClient("catalog") Catalog catalog, Caller caller) {
    this.log = log;
    this.catalog = catalog;
    this.caller = caller;
  }

  @PUT
  @Blocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Put up to 1,000 products, an array or {\"products\": […]}",
      description =
          "Each is taken whole, and on its own: what is not said of it is taken away, and one that"
              + " is refused takes no other with it.")
  public CatalogJson.Outcome put(@Nullable JsonNode body) {
    boolean isArray = body != null && body.isArray();
    JsonNode products = body == null || isArray ? body : body.get("products");
    String pointer = isArray ? "" : "/products";
    if (products == null || !products.isArray()) {
      throw new InvalidRequestException(pointer, "must be an array of products");
    }
    if (products.size() > MOST) {
      throw new InvalidRequestException(pointer, "holds more than " + MOST + " products");
    }
    var reception = new Reception(log, caller.workspace());
    for (int i = 0; i < products.size(); i++) {
      JsonNode product = products.get(i);
      reception.take(pointer + "/" + i, null, () -> ProductReader.read(product));
    }
    return reception.close();
  }

  @POST
  @Blocking
  @Consumes("text/csv")
  @Operation(
      summary = "Put the products of a CSV file of up to 10 MB",
      description =
          "The first row names the fields; other columns become custom fields. Several categories"
              + " or tags are parted by |, the levels of a category by >.")
  public CatalogJson.Outcome putCsv(InputStream body) {
    var reception = new Reception(log, caller.workspace());
    ProductCsv.read(body, reception);
    return reception.close();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One product")
  public Uni<CatalogJson.View> get(String id) {
    var request = GetProductRequest.newBuilder().setWorkspace(caller.workspace()).setProductId(id);
    return catalog.getProduct(request.build()).map(CatalogJson.View::of);
  }

  @GET
  @Operation(summary = "Products, by id")
  public Uni<CatalogJson.Page> list(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("category") @DefaultValue("") String category,
      @QueryParam("brand") @DefaultValue("") String brand) {
    if (limit < 1) {
      throw new InvalidRequestException("limit", "must be 1 or more");
    }
    var request =
        ListProductsRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setCursor(cursor)
            .setLimit(limit)
            .setCategory(category)
            .setBrand(brand);
    return catalog.listProducts(request.build()).map(CatalogJson.Page::of);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Take a product out")
  public Uni<Void> delete(String id) {
    String product = new ProductDraft().set(ProductField.ID, List.of(id)).check().id();
    return log.delete(caller.workspace(), product);
  }
}
