/**
 * The loop: one thread that owns the consumer, the producer and the switchboard, session after session. Every record
 * that is read or written passes here.
 */
@NullMarked
package io.callport.kafka.loop;

import org.jspecify.annotations.NullMarked;
