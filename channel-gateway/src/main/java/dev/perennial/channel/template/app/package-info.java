/** Keeping, parsing and rendering templates. */
@NullMarked
package dev.perennial.channel.template.app;

import org.jspecify.annotations.NullMarked;
