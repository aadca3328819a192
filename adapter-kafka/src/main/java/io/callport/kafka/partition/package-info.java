/**
 * What this instance owns of the command topics, and how far each partition has come: what its checkpoint says. No Kafka
 * client is called from here, and nothing waits.
 */
@NullMarked
package io.callport.kafka.partition;

import org.jspecify.annotations.NullMarked;
