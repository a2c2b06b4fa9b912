/** One class a table, and the cache. */
@NullMarked
package dev.perennial.profile.store;

import org.jspecify.annotations.NullMarked;
