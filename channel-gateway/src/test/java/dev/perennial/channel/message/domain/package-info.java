@NullMarked
package dev.perennial.channel.message.domain;

import org.jspecify.annotations.NullMarked;
