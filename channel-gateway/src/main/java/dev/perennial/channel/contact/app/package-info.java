/** Following the activity of profiles. */
@NullMarked
package dev.perennial.channel.contact.app;

import org.jspecify.annotations.NullMarked;
