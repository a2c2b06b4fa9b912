@NullMarked
package dev.perennial.channel.template.domain;

import org.jspecify.annotations.NullMarked;
