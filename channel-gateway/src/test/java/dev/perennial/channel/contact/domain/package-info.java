@NullMarked
package dev.perennial.channel.contact.domain;

import org.jspecify.annotations.NullMarked;
