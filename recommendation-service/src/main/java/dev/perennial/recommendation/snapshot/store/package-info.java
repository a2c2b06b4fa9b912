/** The file of a snapshot, and what tells the database that it belongs to. */
@NullMarked
package dev.perennial.recommendation.snapshot.store;

import org.jspecify.annotations.NullMarked;
