package dev.perennial.gateway.workspace.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A POST that changes nothing, so that the scope to read is enough for it. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface Reads {}
