/** The products of a workspace as its catalog tells them. */
@NullMarked
package dev.perennial.recommendation.catalog.domain;

import org.jspecify.annotations.NullMarked;
