package dev.perennial.gateway.management;

import dev.perennial.contracts.catalog.v1.GetProductRequest;
import dev.perennial.contracts.catalog.v1.ListProductsRequest;
import dev.perennial.contracts.catalog.v1.ListProductsResponse;
import dev.perennial.contracts.catalog.v1.MutinyCatalogGrpc;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.contracts.catalog.v1.ProductSource;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;

/** Has one product, a cup; its list says back what it was asked for. */
final class FakeCatalog extends MutinyCatalogGrpc.CatalogImplBase {

  @Override
  public Uni<Product> getProduct(GetProductRequest request) {
    return request.getProductId().equals("cup")
        ? Uni.createFrom()
            .item(
                Product.newBuilder()
                    .setProductId("cup")
                    .setBrand(request.getWorkspace())
                    .setPriceMicros(12_500_000)
                    .setSource(ProductSource.EVENT)
                    .setCustom("{\"colour\":\"red\"}")
                    .build())
        : Uni.createFrom()
            .failure(Status.NOT_FOUND.withDescription("no such product").asRuntimeException());
  }

  @Override
  public Uni<ListProductsResponse> listProducts(ListProductsRequest request) {
    var product =
        Product.newBuilder()
            .setProductId("after " + request.getCursor())
            .addCategories(request.getCategory())
            .setBrand(request.getBrand())
            .setStock(request.getLimit());
    return Uni.createFrom()
        .item(ListProductsResponse.newBuilder().addProducts(product).setNextCursor("n").build());
  }
}
