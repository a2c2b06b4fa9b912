/**
 * Runs the whole suite on one machine: {@link dev.perennial.localstack.supervisor.Perennial} is the
 * command in the foreground, {@link dev.perennial.localstack.supervisor.Supervisor} the process in
 * the background that starts all others and starts them again when they die.
 */
@NullMarked
package dev.perennial.localstack.supervisor;

import org.jspecify.annotations.NullMarked;
