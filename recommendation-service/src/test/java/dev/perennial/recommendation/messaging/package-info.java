/** What is read of activities, whatever clients wrote into them. */
@NullMarked
package dev.perennial.recommendation.messaging;

import org.jspecify.annotations.NullMarked;
