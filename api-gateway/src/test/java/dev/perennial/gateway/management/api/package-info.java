@NullMarked
package dev.perennial.gateway.management.api;

import org.jspecify.annotations.NullMarked;
