/**
 * The main job: a year of a real shop, from raw CSV to delivered messages, through the public API
 * only.
 */
@NullMarked
package dev.perennial.demo;

import org.jspecify.annotations.NullMarked;
