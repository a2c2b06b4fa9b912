/** One class a table, SQL in text blocks; definitions through Hibernate Reactive. */
@NullMarked
package dev.perennial.journey.store;

import org.jspecify.annotations.NullMarked;
