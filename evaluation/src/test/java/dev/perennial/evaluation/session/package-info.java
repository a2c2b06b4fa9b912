@NullMarked
package dev.perennial.evaluation.session;

import org.jspecify.annotations.NullMarked;
