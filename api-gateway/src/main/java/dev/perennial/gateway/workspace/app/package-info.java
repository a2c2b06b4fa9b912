/** Managing workspaces and keys, and looking keys up. */
@NullMarked
package dev.perennial.gateway.workspace.app;

import org.jspecify.annotations.NullMarked;
