/** Workspaces, their limits and their keys; pure. */
@NullMarked
package dev.perennial.gateway.workspace.domain;

import org.jspecify.annotations.NullMarked;
