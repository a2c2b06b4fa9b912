package dev.perennial.profile.app;

import dev.perennial.profile.domain.CommerceSummary;
import dev.perennial.profile.store.CommerceFigures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Exact figures over all events of a workspace. */
@ApplicationScoped
public class SummarizeCommerce {

  private final CommerceFigures figures;

  public SummarizeCommerce(CommerceFigures figures) {
    this.figures = figures;
  }

  public Uni<CommerceSummary> of(String workspace) {
    return figures.summary(workspace);
  }
}
