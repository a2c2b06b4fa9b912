package dev.perennial.recommendation.together.domain;

import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * The last model of what is bought together, with its bundles, so that answers need not wait until
 * one is made. A model of other settings is left out: a new one will be made.
 *
 * @param settings of the models that this replica makes
 */
public record TogetherPart(ModelSettings settings) implements Part {

  @Override
  public String key() {
    return "together";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Shop shop, SnapshotOutput out) {
    var model = shop.model(TogetherModel.class);
    out.writeBoolean(model.isPresent());
    if (model.isPresent()) {
      out.writeText(settings.toString());
      model.get().write(out);
      write(shop.model(Bundles.class).orElse(Bundles.NONE), out);
    }
  }

  @Override
  public void read(Shop shop, SnapshotInput in) {
    if (in.readBoolean()) {
      boolean mine = in.readText().equals(settings.toString());
      var model = TogetherModel.read(in);
      var bundles = bundles(in);
      if (mine) {
        shop.replaceModel(TogetherModel.class, model);
        shop.replaceModel(Bundles.class, bundles);
      }
    }
  }

  private static void write(Bundles bundles, SnapshotOutput out) {
    out.writeInt(bundles.orders());
    out.writeInt(bundles.strongestFirst().size());
    for (Bundle bundle : bundles.strongestFirst()) {
      out.writeInts(bundle.products());
      out.writeInt(bundle.bundleOrders());
      out.writeInt(bundle.orders());
      out.writeDouble(bundle.lift());
    }
  }

  private static Bundles bundles(SnapshotInput in) {
    int orders = in.readInt();
    int size = in.readInt();
    List<Bundle> strongestFirst = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      strongestFirst.add(new Bundle(in.readInts(), in.readInt(), in.readInt(), in.readDouble()));
    }
    return new Bundles(strongestFirst, orders);
  }
}
