/** Contacts in Postgres. */
@NullMarked
package dev.perennial.channel.contact.store;

import org.jspecify.annotations.NullMarked;
