package dev.perennial.gateway.workspace.api;

import dev.perennial.gateway.domain.ForbiddenException;
import dev.perennial.gateway.workspace.domain.Access;
import dev.perennial.gateway.workspace.domain.Limits;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is. The only place where a management request's workspace comes from, so that no
 * tenant can name another's.
 */
@RequestScoped
public class Caller {

  private @Nullable Access access;
  private boolean operator;

  void isTenant(Access found) {
    access = found;
  }

  void isOperator() {
    operator = true;
  }

  /** The workspace that the key belongs to. */
  public String workspace() {
    return access().workspace();
  }

  /** How much that workspace may ask. */
  public Limits limits() {
    return access().limits();
  }

  private Access access() {
    if (access == null) {
      throw new ForbiddenException("this takes a secret key of a workspace");
    }
    return access;
  }

  /** Whether the caller may see what this workspace owns. */
  public boolean mayRead(String owner) {
    return operator || (access != null && owner.equals(access.workspace()));
  }

  void requireOperator() {
    if (!operator) {
      throw new ForbiddenException("this takes the operator's key");
    }
  }
}
