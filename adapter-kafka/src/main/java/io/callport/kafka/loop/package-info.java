/**
 * The loop: one thread that owns the consumer, the producer and the switchboard. The only room that moves records.
 */
@NullMarked
package io.callport.kafka.loop;

import org.jspecify.annotations.NullMarked;
