@NullMarked
package dev.perennial.gateway.domain;

import org.jspecify.annotations.NullMarked;
