/** What a person will want next: what they know, what is new to them, and what runs out. */
@NullMarked
package dev.perennial.recommendation.person.domain;

import org.jspecify.annotations.NullMarked;
