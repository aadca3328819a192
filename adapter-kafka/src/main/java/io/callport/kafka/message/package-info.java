/**
 * The messages: commands in, results and dead letters out, as bytes and headers. Knows the contract of every message and no Kafka
 * client.
 */
@NullMarked
package io.callport.kafka.message;

import org.jspecify.annotations.NullMarked;
