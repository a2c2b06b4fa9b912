@NullMarked
package dev.perennial.demo;

import org.jspecify.annotations.NullMarked;
