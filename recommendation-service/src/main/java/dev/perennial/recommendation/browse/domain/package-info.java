/** What profiles look at, put in carts and search for, and the sessions in which they do. */
@NullMarked
package dev.perennial.recommendation.browse.domain;

import org.jspecify.annotations.NullMarked;
