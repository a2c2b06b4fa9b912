@NullMarked
package dev.perennial.channel;

import org.jspecify.annotations.NullMarked;
