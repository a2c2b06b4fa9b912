package dev.perennial.gateway.workspace.api;

import dev.perennial.gateway.domain.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is. The only place where a management request's workspace comes from, so that no
 * tenant can name another's.
 */
@RequestScoped
public class Caller {

  private @Nullable String workspace;
  private boolean operator;

  void isTenant(String key) {
    workspace = key;
  }

  void isOperator() {
    operator = true;
  }

  /** The workspace that the key belongs to. */
  public String workspace() {
    if (workspace == null) {
      throw new ForbiddenException("this takes a secret key of a workspace");
    }
    return workspace;
  }

  /** Whether the caller may see what this workspace owns. */
  public boolean mayRead(String owner) {
    return operator || owner.equals(workspace);
  }

  void requireOperator() {
    if (!operator) {
      throw new ForbiddenException("this takes the operator's key");
    }
  }
}
