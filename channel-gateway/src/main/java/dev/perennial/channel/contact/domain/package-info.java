/** What is known of a person when a message is about to be sent: address, traits, consent. */
@NullMarked
package dev.perennial.channel.contact.domain;

import org.jspecify.annotations.NullMarked;
