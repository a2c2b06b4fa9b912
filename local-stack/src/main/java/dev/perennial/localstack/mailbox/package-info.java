/**
 * An SMTP server that delivers nowhere: it keeps what it gets on disk and shows it on a web page.
 */
@NullMarked
package dev.perennial.localstack.mailbox;

import org.jspecify.annotations.NullMarked;
