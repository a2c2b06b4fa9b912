/** Templates in Postgres, each version a row. */
@NullMarked
package dev.perennial.channel.template.store;

import org.jspecify.annotations.NullMarked;
