/**
 * Writes results and dead letters, with a smaller version of each for topics that refuse the first. Calls no Kafka
 * client.
 */
@NullMarked
package io.callport.kafka.result;

import org.jspecify.annotations.NullMarked;
