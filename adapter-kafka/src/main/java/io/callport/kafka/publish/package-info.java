/**
 * Publishes what leaves, one transaction after the other: deliveries, the checkpoints that count them, and the requests that
 * these announce. What a command means, and which instance owns which partition, is decided elsewhere.
 */
@NullMarked
package io.callport.kafka.publish;

import org.jspecify.annotations.NullMarked;
