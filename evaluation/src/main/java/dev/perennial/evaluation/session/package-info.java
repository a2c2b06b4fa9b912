/** Section C: what a visitor looks at next. */
@NullMarked
package dev.perennial.evaluation.session;

import org.jspecify.annotations.NullMarked;
