/** Follows the activity of profiles and publishes who enters and leaves. */
@NullMarked
package dev.perennial.segment.messaging;

import org.jspecify.annotations.NullMarked;
