/** Events in, activity out. */
@NullMarked
package dev.perennial.profile.messaging;

import org.jspecify.annotations.NullMarked;
