/** Workspaces and keys in Postgres. */
@NullMarked
package dev.perennial.gateway.workspace.store;

import org.jspecify.annotations.NullMarked;
