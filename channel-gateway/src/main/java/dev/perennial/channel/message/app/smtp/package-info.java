/** E-mail through SMTP. */
@NullMarked
package dev.perennial.channel.message.app.smtp;

import org.jspecify.annotations.NullMarked;
