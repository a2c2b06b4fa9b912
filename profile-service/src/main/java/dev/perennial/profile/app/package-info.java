/** The use cases: resolve identities, record events, merge profiles, read. */
@NullMarked
package dev.perennial.profile.app;

import org.jspecify.annotations.NullMarked;
