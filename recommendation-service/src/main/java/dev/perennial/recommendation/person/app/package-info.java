/** Keeps the models behind what is recommended to a person up to date. */
@NullMarked
package dev.perennial.recommendation.person.app;

import org.jspecify.annotations.NullMarked;
