/** Measures recommendations by published protocols; each part of the report is a section. */
@NullMarked
package dev.perennial.evaluation;

import org.jspecify.annotations.NullMarked;
