package dev.perennial.recommendation.catalog.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import dev.perennial.contracts.catalog.v1.Catalog;
import dev.perennial.contracts.catalog.v1.GetProductRequest;
import dev.perennial.contracts.catalog.v1.ListProductsRequest;
import dev.perennial.contracts.catalog.v1.ListProductsResponse;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.recommendation.catalog.app.ReadCatalog;
import dev.perennial.recommendation.catalog.domain.KnownProduct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The catalog over gRPC, read from the database: what was told is there as soon as it is recorded.
 */
@GrpcService
public class CatalogService implements Catalog {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 500;

  private final ReadCatalog reads;

  CatalogService(ReadCatalog reads) {
    this.reads = reads;
  }

  @Override
  public Uni<Product> getProduct(GetProductRequest request) {
    required("/workspace", request.getWorkspace());
    required("/product_id", request.getProductId());
    return reads
        .find(request.getWorkspace(), request.getProductId())
        .map(found ->
            found
                .map(ProductMessages::product)
                .orElseThrow(() ->
                    Status.NOT_FOUND.withDescription("no such product").asRuntimeException()));
  }

  @Override
  public Uni<ListProductsResponse> listProducts(ListProductsRequest request) {
    required("/workspace", request.getWorkspace());
    int limit = limit(request.getLimit());
    return reads
        .list(
            request.getWorkspace(),
            request.getCursor(),
            request.getCategory(),
            request.getBrand(),
            limit)
        .map(found -> page(found, limit));
  }

  private static ListProductsResponse page(List<KnownProduct> found, int limit) {
    var page = ListProductsResponse.newBuilder();
    found.forEach(known -> page.addProducts(ProductMessages.product(known)));
    if (found.size() == limit) {
      page.setNextCursor(found.getLast().product().key().id());
    }
    return page.build();
  }

  private static int limit(int asked) {
    // Unsigned: what is too great for an int comes as a negative one.
    if (asked < 0 || asked > MOST) {
      throw invalid("/limit", "must be 1 to " + MOST);
    }
    return asked == 0 ? DEFAULT_LIMIT : asked;
  }

  private static void required(String pointer, String text) {
    if (text.isEmpty()) {
      throw invalid(pointer, "is required");
    }
  }

  private static StatusRuntimeException invalid(String pointer, String description) {
    var violation =
        BadRequest.FieldViolation.newBuilder().setField(pointer).setDescription(description);
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT.getNumber())
            .setMessage(pointer + " " + description)
            .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
            .build());
  }
}
