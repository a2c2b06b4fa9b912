@NullMarked
package dev.perennial.gateway.catalog.domain;

import org.jspecify.annotations.NullMarked;
