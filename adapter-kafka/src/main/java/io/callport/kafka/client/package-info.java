/**
 * The properties with which Kafka's clients are made: the configured ones, and those that the service sets. Opens no client.
 */
@NullMarked
package io.callport.kafka.client;

import org.jspecify.annotations.NullMarked;
