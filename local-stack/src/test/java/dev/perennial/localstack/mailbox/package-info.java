@NullMarked
package dev.perennial.localstack.mailbox;

import org.jspecify.annotations.NullMarked;
