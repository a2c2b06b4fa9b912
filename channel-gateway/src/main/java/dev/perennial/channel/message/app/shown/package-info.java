/** Recommended products as templates see them. */
@NullMarked
package dev.perennial.channel.message.app.shown;

import org.jspecify.annotations.NullMarked;
