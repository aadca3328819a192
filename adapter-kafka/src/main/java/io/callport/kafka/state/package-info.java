/**
 * The state that the Kafka adapter reports: its health, snapshots of its accounts and partitions, and events for a
 * listener.
 */
@NullMarked
package io.callport.kafka.state;

import org.jspecify.annotations.NullMarked;
