/** What a profile is and how events change it. Knows nothing of databases, brokers or JSON. */
@NullMarked
package dev.perennial.profile.domain;

import org.jspecify.annotations.NullMarked;
