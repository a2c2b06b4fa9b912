/** Messages, the policy that lets them go, and what becomes of them. */
@NullMarked
package dev.perennial.channel.message.domain;

import org.jspecify.annotations.NullMarked;
