/** Workspaces and keys over REST. */
@NullMarked
package dev.perennial.gateway.workspace.api;

import org.jspecify.annotations.NullMarked;
