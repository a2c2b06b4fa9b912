/** What all features share: how a definition is found wanting. */
@NullMarked
package dev.perennial.channel.domain;

import org.jspecify.annotations.NullMarked;
