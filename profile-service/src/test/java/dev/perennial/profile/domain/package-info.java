/** What a profile is, shown without a database. */
@NullMarked
package dev.perennial.profile.domain;

import org.jspecify.annotations.NullMarked;
