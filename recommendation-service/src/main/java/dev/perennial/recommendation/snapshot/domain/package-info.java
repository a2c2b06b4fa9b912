/** The format of snapshots: what is in memory as bytes that cannot be mistaken. */
@NullMarked
package dev.perennial.recommendation.snapshot.domain;

import org.jspecify.annotations.NullMarked;
