package dev.perennial.localstack.mailbox;

import java.time.Instant;

/**
 * A line of the list.
 *
 * @param id counts up from 1
 * @param to the address it was delivered to, whatever its headers say
 */
record Mail(long id, Instant receivedAt, String from, String to, String subject) {}
