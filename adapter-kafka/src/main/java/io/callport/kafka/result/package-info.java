/**
 * Writes results and dead letters, with a smaller version of each for topics that refuse the first. No Kafka client is called from here.
 */
@NullMarked
package io.callport.kafka.result;

import org.jspecify.annotations.NullMarked;
