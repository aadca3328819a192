/**
 * Kafka's own clients for work beside the loop: a consumer without a group, waiting for an administration client, the
 * meaning of their failures in words, and daemon threads. The loop's consumer and producer are opened in {@code loop}.
 */
@NullMarked
package io.callport.kafka.client;

import org.jspecify.annotations.NullMarked;
