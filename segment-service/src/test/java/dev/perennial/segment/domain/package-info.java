@NullMarked
package dev.perennial.segment.domain;

import org.jspecify.annotations.NullMarked;
